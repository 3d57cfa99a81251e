// `npm run screenshots`: pictures of the dialog in each state, theme, size and language, all into a folder
// that git ignores, and the chosen ones, small, beside it for the documents.
import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {startSandbox} from 'pay-button/sandbox';
import type {Page} from 'playwright-core';
import {launchChromium} from '../engines/launch-chromium.js';
import {languages, servePages, type Language} from './pages.js';
import {states} from './states.js';

const all = 'demo/screenshots/all';
const chosenFolder = 'demo/screenshots';
const chosen = [
  'phone-light-en-ready',
  'phone-light-en-refused',
  'phone-light-en-addresses',
  'phone-light-en-unavailable',
  'phone-dark-en-done',
  'phone-light-ja-ready',
  'phone-dark-ja-refused',
  'phone-light-ar-ready',
  'desktop-light-en-ready',
  'desktop-dark-en-ready',
  'desktop-light-ja-slow',
  'desktop-dark-ar-refused',
];

/** By width and height, and how many pixels a picture has for each of the page's. */
const devices = {
  phone: {width: 320, height: 640, scale: 2},
  desktop: {width: 1280, height: 800, scale: 1},
};
type Device = (typeof devices)['phone'];
const themes = ['light', 'dark'] as const;

mkdirSync(all, {recursive: true});
sayMissingFonts();
const sandbox = await startSandbox({port: 0});
const pages = await servePages(sandbox.origin);
const browser = await launchChromium();
try {
  for (const [name, device] of Object.entries(devices)) {
    for (const colorScheme of themes) {
      for (const language of languages) {
        await takeAll(device, colorScheme, language, `${name}-${colorScheme}-${language}`);
      }
    }
  }
} finally {
  await browser.close();
  pages.close();
  await sandbox.close();
}

async function takeAll(
  device: Device,
  colorScheme: (typeof themes)[number],
  language: Language,
  prefix: string,
): Promise<void> {
  const {width, height, scale} = device;
  for (const [name, reach] of Object.entries(states)) {
    const context = await browser.newContext({
      viewport: {width, height},
      deviceScaleFactor: scale,
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await reach({page, sandbox, address: `${pages.origin}/${language}`});
    await take(page, device, `${prefix}-${name}`);
    sandbox.control.reset();
    await context.close();
  }
}

/** By the browser's own protocol: it has WebP, and pictures a page that is about to leave. */
async function take(page: Page, device: Device, name: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const picture = async (file: string, options: {format: 'png' | 'webp'; quality?: number}) => {
    const clip = {x: 0, y: 0, ...device};
    const {data} = await client.send('Page.captureScreenshot', {...options, clip});
    writeFileSync(file, Buffer.from(data, 'base64'));
  };
  await picture(`${all}/${name}.png`, {format: 'png'});
  if (chosen.includes(name)) {
    await picture(`${chosenFolder}/${name}.webp`, {format: 'webp', quality: 80});
  }
  console.log(name);
}

/** Where there is no font for a language, its letters come out as boxes. */
function sayMissingFonts(): void {
  for (const language of languages) {
    const {stdout} = spawnSync('fc-list', [`:lang=${language}`, 'family'], {encoding: 'utf8'});
    if (stdout === '') {
      console.warn(`No font for "${language}" here: on Debian, fonts-noto-core or fonts-noto-cjk.`);
    }
  }
}

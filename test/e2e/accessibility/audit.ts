import {buildSync} from 'esbuild';
import {fileURLToPath} from 'node:url';
import type {Frame, Page} from 'playwright-core';
import type * as inPage from './in-page.js';

declare global {
  interface Window {
    inPage: typeof inPage;
  }
}

/** axe and our own checks, for a document to run. */
const {outputFiles} = buildSync({
  entryPoints: [fileURLToPath(new URL('in-page.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'inPage',
  minify: true,
});
const source = `${outputFiles[0]?.text ?? ''}; window.inPage = inPage;`;

const looks = [
  {colorScheme: 'light', forcedColors: 'none'},
  {colorScheme: 'dark', forcedColors: 'none'},
  {colorScheme: 'light', forcedColors: 'active'},
  {colorScheme: 'dark', forcedColors: 'active'},
] as const;

/** Audits the page and its card fields as they are now, in each look. */
export async function auditAll(page: Page, what: string): Promise<string[]> {
  const state = await page.evaluate(() => document.querySelector('pay-button')?.state);
  // Frames that load answer nothing; and after "tokenizing" the fields are as they were.
  const hasFields = state === 'ready' || state === 'refused' || state === 'tokenizing';
  const faults: string[] = [];
  for (const look of looks) {
    await page.emulateMedia(look);
    await page.waitForFunction(isDrawn, look.colorScheme === 'dark');
    const found = [
      ...(await contrastFaults(page, hasFields)),
      ...(await page.evaluate(
        ([hasFields, coloursAlone]) => window.inPage.axeFaults(hasFields, coloursAlone),
        [hasFields, look !== looks[0]] as const,
      )),
    ];
    const colours = look.forcedColors === 'active' ? ', forced colours' : '';
    faults.push(...found.map(fault => `${what}, ${look.colorScheme}${colours}: ${fault}`));
  }
  return faults;
}

/** Runs in the page: whether the dialog has drawn itself anew, if there is one. */
function isDrawn(dark: boolean): boolean {
  const dialog = document.querySelector('pay-dialog')?.shadowRoot?.querySelector('dialog');
  return !dialog || dialog.classList.contains('dark') === dark;
}

async function contrastFaults(page: Page, hasFields: boolean): Promise<string[]> {
  const frames = hasFields ? page.frames() : [page.mainFrame()];
  const faults: string[] = [];
  for (const frame of frames) {
    await inject(frame);
    if (frame.parentFrame()) {
      await hasHeard(frame);
      await layOnItsField(frame);
    }
    faults.push(...(await frame.evaluate(() => window.inPage.contrastFaults())));
  }
  return faults;
}

/** Until all that the page has told a field has come there, its colours too: messages keep their order. */
async function hasHeard(frame: Frame): Promise<void> {
  const element = await frame.frameElement();
  const heard = await frame.evaluateHandle(() => {
    const last = new Promise<void>(resolve => {
      addEventListener('message', ({data}) => data === 'last' && resolve());
    });
    return {last};
  });
  await element.evaluate(node =>
    (node as HTMLIFrameElement).contentWindow?.postMessage('last', '*'),
  );
  await heard.evaluate(({last}) => last);
}

/** A field's document has no background: what the dialog has behind it can only be seen from outside. */
async function layOnItsField(frame: Frame): Promise<void> {
  const element = await frame.frameElement();
  const ground = await element.evaluate(node => {
    const box = (node as Element).closest('form')?.assignedSlot?.parentElement;
    return box ? getComputedStyle(box).backgroundColor : '';
  });
  await frame.evaluate(ground => (document.documentElement.style.background = ground), ground);
}

/** Puts our checks into a document, once. */
export async function inject(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'inPage' in window))) await frame.evaluate(source);
}

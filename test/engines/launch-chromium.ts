import {chromium, type Browser, type LaunchOptions} from 'playwright-core';
import {findBrowsers, findHeadlessChromium} from '../../.ci/browsers.mjs';
import {chromiumArgs} from './chromium-args.mjs';

/** Chromium's engine, without what only its windows need. */
export function launchChromium(...args: string[]): Promise<Browser> {
  return start({executablePath: findHeadlessChromium(), args});
}

/** The whole browser as people have it, with a back/forward cache: it brings spent tokens back. */
export function launchWholeChromium(): Promise<Browser> {
  return start({
    executablePath: findBrowsers().chromium,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

function start({args = [], ...options}: LaunchOptions): Promise<Browser> {
  return chromium.launch({...options, args: [...chromiumArgs, ...args]});
}

/**
 * No sandbox: as root Chromium does not start with one. No motion: drawing it costs a tenth of the time. The rest
 * keeps the browser from calling anywhere.
 */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-prefers-reduced-motion',
];

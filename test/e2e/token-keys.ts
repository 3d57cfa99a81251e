import type {Page} from 'playwright-core';

/** The keys by which a page asks for tokens from now on; grows with each. */
export function tokenKeys(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', request => {
    if (!request.url().endsWith('/v1/tokens')) return;
    const sent = JSON.stringify([request.headers(), request.postData()]);
    keys.push(...(sent.match(/pk_\w+/) ?? []));
  });
  return keys;
}

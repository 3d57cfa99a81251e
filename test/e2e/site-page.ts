/** What `<pay-button>` pages of our own have in common: the e-mail address is asked for, as `pay()` types it. */
export const button = `<pay-button data-key="pk_test_1" data-amount="999" data-email=""></pay-button>`;

/** A merchant's page with the file in it, for `openSite()`. */
export function pageWith(body: string, head = '<script src="/pay-button.js" async></script>') {
  return {'/': `<!doctype html><html lang="en"><title>Shop</title>${head}<body>${body}`};
}

export function formWith(fields: string, tag = button): string {
  return `<form method="post" action="/charge">${fields}${tag}</form>`;
}

/**
 * What is not repeated on a kind of page, and why: whole files, or tests of one by their full titles.
 * @type {Record<string, {because: string, files?: readonly string[], tests?: Record<string, readonly string[]>}[]>}
 */
export const leftOut = {
  clobbered: [
    {
      because: 'axe-core does not survive a field named getAttribute',
      tests: {
        'test/elements/pay-dialog.test.ts': ['<pay-dialog> is accessible in every state'],
        'test/elements/pay-dialog-address-errors.test.ts': [
          '<pay-dialog> with addresses that are wrong is accessible with every message shown',
        ],
      },
    },
  ],
  shadow: [
    {
      because: 'they mount fields of Stripe’s themselves, which Stripe refuses in shadow roots',
      files: ['test/testing/!(harness|example).test.ts'],
    },
  ],
};

/**
 * Whatever the page: what `checkout` and `locales` test is put on none, and `fuzz` plays the rest over and over.
 */
const everywhere = ['!test/{checkout,fuzz,locales}/**'];

/** @returns {string[]} patterns that keep these files out of a kind's group */
export function filesLeftOut(kind) {
  const files = (leftOut[kind] ?? []).flatMap(({files = []}) => files.map(file => `!${file}`));
  return [...everywhere, ...files];
}

/** @returns {string[]} the full titles of a file's tests that its kind leaves out */
export function testsLeftOut(kind, file) {
  return (leftOut[kind] ?? []).flatMap(({tests = {}}) => tests[file] ?? []);
}

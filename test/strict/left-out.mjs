/**
 * What is not repeated on a kind of page, and why: whole files, or tests of one by their full titles.
 * @type {Record<string, {because: string, files?: readonly RegExp[], tests?: Record<string, readonly string[]>}[]>}
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
      files: [/^test\/testing\/(?!(harness|example)\.)/],
    },
  ],
};

/** On no kind of page: it plays what the other files test over and over. */
const fuzz = /^test\/fuzz\//;

/** @returns {readonly RegExp[]} which files a kind leaves out, by their paths from the root */
export function filesLeftOut(kind) {
  return [fuzz, ...(leftOut[kind] ?? []).flatMap(({files = []}) => files)];
}

/** @returns {string[]} the files of which a kind leaves out tests */
export function filesInPart(kind) {
  return (leftOut[kind] ?? []).flatMap(({tests = {}}) => Object.keys(tests));
}

/** @returns {string[]} the full titles of a file's tests that its kind leaves out */
export function testsLeftOut(kind, file) {
  return (leftOut[kind] ?? []).flatMap(({tests = {}}) => tests[file] ?? []);
}

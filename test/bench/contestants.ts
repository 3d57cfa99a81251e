/** What is measured: a script, and what a page writes to have it. */
export interface Contestant {
  readonly name: string;
  /** Its script, by `serve.ts`. */
  readonly script: string;
  /** Whether that is a module. */
  readonly isModule: boolean;
  /** The element, as its documents have it. */
  readonly markup: string;
  /** How many of Stripe's fields it mounts by itself as soon as it is on the page. */
  readonly fields: number;
  /** How many can be on one page, or be waited for there. */
  readonly most: number;
}

export const payButton: Contestant = {
  name: '`<pay-button>`',
  script: '/pay-button.js',
  isModule: false,
  markup: '<pay-button data-key="pk_test_bench" data-amount="999"></pay-button>',
  fields: 0,
  most: 1000,
};

export const plain: Contestant = {
  name: 'plain custom element',
  script: '/plain.js',
  isModule: false,
  markup: '<plain-button label="Pay with Card"></plain-button>',
  fields: 0,
  most: 1000,
};

export const pwa: Contestant = {
  name: '`stripe-pwa-elements`',
  script: '/pwa/stripe-elements.esm.js',
  isModule: true,
  markup:
    '<stripe-modal><stripe-card-element publishable-key="pk_test_bench"></stripe-card-element></stripe-modal>',
  fields: 3,
  most: 10,
};

export const power: Contestant = {
  name: '`@power-elements/stripe-elements`',
  script: '/power.js',
  isModule: true,
  markup: '<stripe-elements publishable-key="pk_test_bench"></stripe-elements>',
  fields: 1,
  most: 1,
};

/** A way from a click to the fields. What happens at the click is in `in-page/openings.ts`, by the same key. */
export interface Opening {
  readonly key: string;
  readonly name: string;
  readonly contestant: Contestant;
  /** What is on the page before the click, besides a button. */
  readonly before: string;
  /** The fields among that. */
  readonly fieldsBefore: number;
  /** The fields that the dialog has when it is ready. */
  readonly fields: number;
}

export const openings: readonly Opening[] = [
  {
    key: 'payButton',
    name: payButton.name,
    contestant: payButton,
    before: payButton.markup,
    fieldsBefore: 0,
    fields: 3,
  },
  {
    key: 'powerAtClick',
    name: `${power.name}, made at the click, in a \`<dialog>\``,
    contestant: power,
    before: '',
    fieldsBefore: 0,
    fields: 1,
  },
  {
    key: 'pwaAtClick',
    name: `${pwa.name}, modal made at the click`,
    contestant: pwa,
    before: '',
    fieldsBefore: 0,
    fields: 3,
  },
  {
    key: 'pwaBefore',
    name: `${pwa.name}, modal filled before the click`,
    contestant: pwa,
    before: pwa.markup,
    fieldsBefore: 3,
    fields: 3,
  },
];

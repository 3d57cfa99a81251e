import {productKinds, sourceUsages} from '../../src/gateways/gateway.js';
import {locales} from '../../src/locales/locale.js';

/** What the playground asks for one attribute or property. */
export interface Control {
  readonly label: string;
  readonly type: 'text' | 'flag' | 'colour' | 'choice';
  /** What it says at first. */
  readonly value?: string;
  /** Whether a flag is set at first. */
  readonly checked?: boolean;
  readonly choices?: readonly Choice[];
  readonly hint?: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** By the name of what it sets, which is the field's name too, and that in the address's query. */
export type Controls = Readonly<Record<string, Control>>;

const languageNames = new Intl.DisplayNames('en', {type: 'language'});
const languages = locales
  .map(value => ({value, label: `${languageNames.of(value)} (${value})`}))
  .sort((one, other) => one.label.localeCompare(other.label, 'en'));

const sale: Controls = {
  'data-amount': {
    label: 'Amount',
    type: 'text',
    value: '999',
    hint: 'In the smallest unit: 999 is ¥999, but $9.99.',
  },
  'data-currency': {label: 'Currency', type: 'text', value: 'jpy'},
  'data-name': {label: 'Name', type: 'text', value: 'eee'},
  'data-description': {label: 'Description', type: 'text', value: 'Widget'},
  'data-image': {label: 'Image', type: 'text', value: '/images/widget.svg'},
  'data-label': {label: 'Text on the page’s button', type: 'text'},
  'data-panel-label': {
    label: 'Text on the dialog’s button',
    type: 'text',
    hint: '{{amount}} stands for the amount.',
  },
};

const asked: Controls = {
  'data-email': {label: 'E-mail address', type: 'flag', checked: true},
  email: {label: 'Address that is filled in', type: 'text'},
  'data-zip-code': {label: 'Postal code', type: 'flag'},
  'data-billing-address': {label: 'Billing address', type: 'flag'},
  'data-shipping-address': {label: 'Shipping address', type: 'flag'},
};

const language: Controls = {
  'data-locale': {
    label: 'Language',
    type: 'choice',
    choices: [
      {value: '', label: 'None: the page’s'},
      {value: 'auto', label: 'Automatic: the page’s'},
      ...languages,
    ],
  },
  lang: {
    label: 'Language of the page',
    type: 'choice',
    value: 'en',
    choices: [{value: '', label: 'None: the browser’s'}, ...languages],
    hint: 'Is not in the HTML to copy.',
  },
};

const look: Controls = {
  'data-theme': {
    label: 'Theme',
    type: 'choice',
    choices: [
      {value: '', label: 'None: the system’s'},
      {value: 'auto', label: 'Automatic: the system’s'},
      {value: 'light', label: 'Light'},
      {value: 'dark', label: 'Dark'},
    ],
  },
  '--pay-accent': {label: 'Buttons', type: 'colour'},
  '--pay-accent-text': {label: 'Text on buttons', type: 'colour'},
  '--pay-surface': {label: 'Surface', type: 'colour'},
  '--pay-field': {label: 'Fields', type: 'colour'},
  '--pay-text': {label: 'Text', type: 'colour'},
  '--pay-muted': {label: 'Lesser text', type: 'colour'},
  '--pay-line': {label: 'Lines', type: 'colour'},
  '--pay-error': {label: 'Errors', type: 'colour'},
  '--pay-radius': {label: 'Corners', type: 'text', hint: 'Such as 4px.'},
  '--pay-font': {label: 'Font', type: 'text', hint: 'Such as Georgia, serif.'},
};

/** All controls, under their headings. The key is the merchant's. */
export function controlGroups(key: string): Readonly<Record<string, Controls>> {
  return {
    'What is sold': sale,
    'What is asked for': asked,
    Language: language,
    Look: look,
    Form: {
      'data-key': {
        label: 'Publishable key',
        type: 'text',
        value: key,
        hint: 'Never in this page’s address.',
      },
      'data-create': {
        label: 'What to make of the card',
        type: 'choice',
        choices: choicesOf(...productKinds),
        hint: 'Today’s Stripe.js makes no sources any more.',
      },
      'data-usage': {
        label: 'How often a source can be charged',
        type: 'choice',
        choices: choicesOf(...sourceUsages),
      },
      'data-account': {label: 'Connected account', type: 'text'},
      'data-preload': {
        label: 'When Stripe.js is loaded',
        type: 'choice',
        choices: choicesOf('intent', 'page'),
        hint: 'Here it is on the page already.',
      },
      'data-confirm': {
        label: 'How the form is sent',
        type: 'choice',
        choices: choicesOf('navigate', 'fetch'),
        hint: 'To fetch, this page answers that it is done.',
      },
      'data-field': {label: 'Name of the hidden field', type: 'text'},
      'data-auto-submit': {label: 'Submit the form', type: 'flag', checked: true},
      disabled: {label: 'Disabled', type: 'flag'},
    },
  };
}

/** The values as they are, and none of them. */
function choicesOf(...values: string[]): readonly Choice[] {
  return [{value: '', label: 'None'}, ...values.map(value => ({value, label: value}))];
}

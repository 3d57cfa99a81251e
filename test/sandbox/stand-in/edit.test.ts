import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {cvcRules} from '../../../src/stripe-js/fields/cvc.js';
import {applyEdit, type Edit} from '../../../src/stripe-js/fields/edit.js';
import {expiryRules} from '../../../src/stripe-js/fields/expiry.js';
import {numberRules} from '../../../src/stripe-js/fields/number.js';
import type {Rules} from '../../../src/stripe-js/fields/rules.js';

const typed = 'insertText';
const back = 'deleteContentBackward';
const forward = 'deleteContentForward';
const paste = 'insertFromPaste';

/** Texts as the customer sees them: in the field, as the browser made them, as they then stand. */
type Case = [what: string, before: string, after: string, inputType: string, expected: string];

function check(rules: Rules, cases: readonly Case[]): void {
  for (const [what, before, after, inputType, expected] of cases) {
    it(what, () => {
      const value = rules.read(before);
      const edited = applyEdit(rules, value, withCaret(after), inputType);
      assert.deepEqual(edited, withCaret(expected));
    });
  }
}

/** The caret is where the bar stands. */
function withCaret(text: string): Edit {
  return {text: text.replace('|', ''), caret: text.indexOf('|')};
}

describe('editing a card number', () => {
  check(numberRules, [
    ['groups digits', '4242|', '42424|', typed, '4242 4|'],
    [
      'groups as on American Express cards',
      '3782 8224631|',
      '3782 82246310|',
      typed,
      '3782 822463 10|',
    ],
    ['drops letters', '42|', '42x|', typed, '42|'],
    ['takes full-width digits', '|', '４２４２４|', typed, '4242 4|'],
    ['keeps the caret in the middle', '4242 4|2', '4242 47|2', typed, '4242 47|2'],
    ['puts the caret beyond a new space', '424|2 2', '4247|2 2', typed, '4247 |22'],
    [
      'refuses a digit too many at the end',
      '4242 4242 4242 4242|',
      '4242 4242 4242 42421|',
      typed,
      '4242 4242 4242 4242|',
    ],
    [
      'refuses a digit too many in the middle',
      '42|42 4242 4242 4242',
      '421|42 4242 4242 4242',
      typed,
      '42|42 4242 4242 4242',
    ],
    ['deletes the last digit', '4242 4|', '4242 |', back, '4242|'],
    ['deletes backwards over a space', '4242 |42', '4242|42', back, '424|4 2'],
    ['deletes forwards over a space', '4242| 42', '4242|42', forward, '4242 |2'],
    ['deletes a selection', '4242 4242', '4|42', back, '4|42'],
    ['takes pasted separators away', '|', '4242-4242 4242 4242|', paste, '4242 4242 4242 4242|'],
    [
      'cuts off what is pasted too much',
      '|',
      '4242424242424242999|',
      paste,
      '4242 4242 4242 4242|',
    ],
    [
      'takes a filled-in value without a kind of input',
      '|',
      '5555555555554444|',
      '',
      '5555 5555 5555 4444|',
    ],
  ]);
});

describe('editing an expiry date', () => {
  check(expiryRules, [
    ['waits after 1', '|', '1|', typed, '1|'],
    ['completes a month that can be no other', '|', '5|', typed, '05 / |'],
    ['reads 13 as January and the start of a year', '1|', '13|', typed, '01 / 3|'],
    ['completes a month at a slash', '1|', '1/|', typed, '01 / |'],
    ['adds the slash', '1|', '12|', typed, '12 / |'],
    ['swallows a typed slash', '12 / |', '12 / /|', typed, '12 / |'],
    ['takes no month 00', '0|', '00|', typed, '0|'],
    ['takes no third digit of the year', '12 / 34|', '12 / 345|', typed, '12 / 34|'],
    ['deletes backwards over the slash', '12 / |', '12 /|', back, '1|'],
    ['deletes backwards over the slash in the middle', '12 / |34', '12 /|34', back, '01 / |34'],
    ['deletes the digit of a completed month', '05 / |', '05 /|', back, '0|'],
    ['deletes the year', '12 / 3|', '12 / |', back, '12 / |'],
    ['takes a pasted long year', '|', '12/2034|', paste, '12 / 34|'],
    ['takes a pasted long year without a slash', '|', '122034|', paste, '12 / 34|'],
    ['takes a pasted month of one digit', '|', '1/34|', paste, '01 / 34|'],
    ['takes a pasted hyphen', '|', '11-30|', paste, '11 / 30|'],
  ]);
});

describe('editing a security code', () => {
  check(cvcRules(), [
    ['takes four digits while the brand is not known', '123|', '1234|', typed, '1234|'],
    ['drops letters', '1|', '1a|', typed, '1|'],
  ]);
  check(cvcRules(3), [['takes three digits', '123|', '1234|', typed, '123|']]);
});

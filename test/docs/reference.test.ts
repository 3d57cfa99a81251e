import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {optionAttributes} from '../../src/checkout/options.js';
import {errorCodes} from '../../src/errors.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const readme = read('README.md');
const button = read('src/elements/pay-button.ts');
const dialog = read('src/elements/pay-dialog.ts');
const elements = readdirSync(new URL('src/elements/', root))
  .map(file => read(`src/elements/${file}`))
  .join('\n');

/** What the first group of each match holds, each once and sorted. */
function names(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

/** A chapter of the README, up to the next one. */
function chapter(title: string): string {
  const [, rest] = readme.split(`\n## ${title}\n`);
  assert.ok(rest, `README.md has no chapter "${title}".`);
  return rest.split('\n## ')[0] ?? '';
}

/** The rows of its table, by what stands in the first column. */
function rows(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^\| `([^`]+)`[^|]*\|(.*)\|$/gm)].map(([, name = '', rest = '']) => [
      name,
      rest,
    ]),
  );
}

/** The code that a text names. */
const code = (text: string): string[] => names(text, /`([^`]+)`/g);

/** The members of a union of strings, in the source. */
function union(file: string, type: string): string[] {
  const [, rest] = read(file).split(`export type ${type} =`);
  assert.ok(rest, `${file} has no type ${type}.`);
  return names(rest.split(';\n\n')[0] ?? '', /'([a-z_-]+)'/g);
}

/** What stands in a doc comment where any value of a type will do. */
const types = ['string', 'number', 'boolean'];

describe('the README’s attributes', () => {
  const table = rows(chapter('Attributes'));
  const documented = [...table.keys()].filter(name => name.startsWith('data-')).sort();

  it('are those of the doc comment, and of the element', () => {
    assert.deepEqual(documented, names(button, /@attr \{[^}]*\} \[?(data-[a-z-]+)/g));
    assert.deepEqual(documented, [...optionAttributes].sort());
  });

  it('have the values and defaults of the doc comment', () => {
    const given = [...button.matchAll(/@attr \{([^}]*)\} \[?(data-[a-z-]+)(?:=([^\]]*)\])?/g)];
    for (const [, type = '', name = '', standard] of given) {
      const said = code(table.get(name) ?? '');
      const values = type.split('|').filter(value => !types.includes(value));
      if (standard && standard !== 'true') values.push(standard);
      for (const value of values) assert.ok(said.includes(value), `${name}: ${value}`);
    }
  });

  it('are the only ones that the Japanese README names', () => {
    for (const name of names(read('README.ja.md'), /(data-[a-z-]+[a-z])/g)) {
      assert.ok(documented.includes(name), name);
    }
  });
});

describe('the README’s events', () => {
  const text = chapter('Events, properties and methods');
  const table = rows(text);

  it('are those of the doc comment, and of the event map', () => {
    const events = [...table.keys()].sort();
    assert.deepEqual(events, names(button, /@fires \{\w+\} ([a-z-]+)/g));
    const map = read('src/checkout/events.ts');
    assert.deepEqual(events, names(map, /^ +'(pay-[a-z]+)': /gm));
  });

  it('say for which reasons the dialog closes', () => {
    const reasons = code(table.get('pay-close') ?? '').filter(name => name !== 'reason');
    assert.deepEqual(reasons, union('src/checkout/payment.ts', 'CloseReason'));
  });

  it('say which states there are', () => {
    const [, list = ''] = /`state` the stage of the dialog \(([^)]*)\)/.exec(text) ?? [];
    assert.deepEqual(code(list), union('src/checkout/state.ts', 'CheckoutState'));
  });
});

describe('the README’s looks', () => {
  const text = chapter('Looks');

  it('have the properties that the styles use, and no other', () => {
    const used = names(elements, /var\((--pay-[a-z-]+)/g);
    assert.deepEqual(names(text, /`(--pay-[a-z-]+)`/g), used);
  });

  it('have the parts of the doc comments, which the templates have', () => {
    const partsOfButton = names(text, /`::part\(([a-z]+)\)`/g);
    assert.deepEqual(partsOfButton, ['button', 'message']);
    assert.deepEqual(names(button, /@csspart ([a-z]+)/g), partsOfButton);
    const [, list = ''] = /`pay-dialog::part\(…\)` in your style sheet: (.*?)\. /.exec(text) ?? [];
    const parts = names(dialog, /@csspart ([a-z]+)/g);
    assert.deepEqual(code(list), parts);
    assert.deepEqual(names(elements, /\bpart="([a-z]+)"/g), [...parts, 'button'].sort());
  });
});

describe('the README’s errors', () => {
  it('name every code but those of fields, and of Stripe’s the two examples', () => {
    const ours: string[] = Object.values(errorCodes);
    const [, table = ''] = chapter('When something is wrong').split('| code');
    const firsts = names(table, /^\|([^|]*)\|/gm).flatMap(code);
    const stripes = ['card_declined', 'incorrect_cvc'];
    const fields = ours.filter(name => name.startsWith('incomplete_') || name === 'invalid_zip');
    assert.deepEqual(
      firsts.sort(),
      [...ours.filter(name => !fields.includes(name)), ...stripes].sort(),
    );
  });
});

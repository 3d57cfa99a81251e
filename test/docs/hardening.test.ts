import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('demo/docs/hardening.md', root), 'utf8');

/** The files that the table names for each case. */
const table = new Map(
  [...page.matchAll(/^\| *(\d+) *\|.*\|(.*)\|$/gm)].map(([, number, links = '']) => [
    Number(number),
    [...links.matchAll(/\]\(\.\.\/\.\.\/(test\/[^)]+)\)/g)].map(([, file = '']) => file),
  ]),
);

/** The cases that the titles of each file's tests begin with. */
const numbers = new Map(
  readdirSync(new URL('test/', root), {recursive: true, encoding: 'utf8'})
    .map(file => `test/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.ts') && !file.includes('/node_modules/'))
    .map(file => [file, casesIn(readFileSync(new URL(file, root), 'utf8'))]),
);

function casesIn(source: string): ReadonlySet<number> {
  return new Set(
    [...source.matchAll(/['"`](\d{1,2})\. (?=\S)/g)].map(([, number]) => Number(number)),
  );
}

test('the table of the cases has all 66, in their order', () => {
  const all = Array.from({length: 66}, (_, index) => index + 1);
  assert.deepEqual([...table.keys()], all);
});

test('every case has a test, in the files that the table names', () => {
  for (const [number, files] of table) {
    assert.ok(files.length > 0, `There is no test of case ${number}.`);
    for (const file of files) {
      assert.ok(numbers.has(file), `${file} is not there.`);
      assert.ok(numbers.get(file)?.has(number), `No test in ${file} bears the number ${number}.`);
    }
  }
});

test('every test that bears a number is in the table', () => {
  for (const [file, cases] of numbers) {
    for (const number of cases) {
      assert.ok(table.get(number)?.includes(file), `${number} in ${file} is not in the table.`);
    }
  }
});

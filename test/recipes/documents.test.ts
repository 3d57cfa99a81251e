import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {folder, recipes} from './recipes.js';

/** Lines with something on them: a recipe is to be read before it is pasted. */
const mostLines = 125;
/** A function has no framework for pages, cookies and addresses. */
const mostLinesOf: Readonly<Record<string, number>> = {'serverless.mjs': 140};

const documents = ['recipes.md', 'server-side-tokens.md'];

test('the documents show each recipe whole, as it is run here', () => {
  const shown = new Map(documents.flatMap(blocks));
  assert.deepEqual([...shown.keys()].sort(), readdirSync(folder).sort());
  for (const [file, code] of shown) {
    assert.equal(code, readFileSync(folder + file, 'utf8'), file);
  }
});

for (const {file} of recipes) {
  const most = mostLinesOf[file] ?? mostLines;
  test(`${file} has ${most} lines at most`, () => {
    const lines = readFileSync(folder + file, 'utf8').split('\n');
    assert.ok(lines.filter(line => line.trim() !== '').length <= most);
  });
}

/** What stands in a document below a link to the file that it is. */
function blocks(name: string): [string, string][] {
  const path = fileURLToPath(new URL(`../../demo/docs/${name}`, import.meta.url));
  const block = /^\[`[^`]+`\]\(recipes\/([^)]+)\):\n\n```\w+\n(.*?)^```$/gms;
  return [...readFileSync(path, 'utf8').matchAll(block)].map(([, file = '', code = '']) => [
    file,
    code,
  ]);
}

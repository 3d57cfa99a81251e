import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {optionAttributes} from '../../../src/checkout/options.js';

interface Named {
  readonly name: string;
}

interface Described extends Named {
  readonly tagName: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly members: readonly Named[];
}

interface Manifest {
  readonly modules: readonly {readonly path: string; readonly declarations: Described[]}[];
}

const root = new URL('../../../', import.meta.url);

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

function json<T>(path: string): T {
  return JSON.parse(read(path)) as T;
}

const {modules} = json<Manifest>('dist/custom-elements.json');
const elements = modules.flatMap(({declarations}) => declarations);
const [button, dialog] = elements as [Described, Described];

const tags = {
  attributes: /@attr (?:\{[^}]*\} )?\[?([\w-]+)/g,
  events: /@fires (?:\{[^}]*\} )?([\w-]+)/g,
  slots: /@slot ([\w-]+)/g,
  cssParts: /@csspart ([\w-]+)/g,
  cssProperties: /@cssprop ([\w-]+)/g,
} as const;

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name]) => name ?? '');
}

function sorted(names: Iterable<string>): string[] {
  return [...new Set(names)].toSorted();
}

function namesOf(list: readonly Named[] = []): string[] {
  return sorted(list.map(({name}) => name));
}

for (const {tagName, ...element} of elements) {
  for (const [list, pattern] of Object.entries(tags)) {
    test(`${tagName}: the manifest has the ${list} of the doc comments, and no other`, () => {
      const source = read(`src/elements/${tagName}.ts`);
      const documented = sorted(found(source, pattern).map(name => (name === '-' ? '' : name)));
      assert.deepEqual(namesOf(element[list as keyof typeof tags]), documented);
    });
  }
}

test('the attributes are those that the button reads', () => {
  assert.deepEqual(namesOf(button.attributes), sorted([...optionAttributes, 'disabled', 'form']));
});

test('the events are those that are made', () => {
  const made = found(read('src/checkout/events.ts'), /super\('([\w-]+)'/g);
  assert.deepEqual(namesOf(button.events), sorted(made));
});

test('the parts and the slots are those that are drawn', () => {
  const files = ['pay-dialog', 'dialog-header', 'dialog-button', 'dialog-fields'].map(
    name => `src/elements/${name}.ts`,
  );
  const drawn = [...files, 'src/addresses/address-fields.ts'].map(read).join('\n');
  assert.deepEqual(namesOf(dialog.cssParts), sorted(found(drawn, /\bpart="([\w-]+)"/g)));
  const text = read('src/elements/pay-button.ts');
  assert.deepEqual(namesOf(button.cssParts), sorted(found(text, /\bpart="([\w-]+)"/g)));
  assert.deepEqual(namesOf(button.slots), ['', ...sorted(found(text, /<slot\s+name="([\w-]+)"/g))]);
  const fields = /type CardField = ([^;]+)/.exec(read('src/gateways/gateway.ts'))?.[1] ?? '';
  assert.deepEqual(namesOf(dialog.slots), sorted(found(fields, /'(\w+)'/g)));
});

test('the custom properties are those that the styles ask for', () => {
  const asked = (files: string[]) =>
    sorted(files.flatMap(file => found(read(`src/elements/${file}.ts`), /(--pay-[\w-]+)/g)));
  const ofButton = asked(['pay-button.styles', 'accent.styles']);
  assert.deepEqual(namesOf(button.cssProperties), ofButton);
  const files = ['pay-dialog.styles', 'dialog-fields.styles', 'accent.styles', 'theme.styles'];
  assert.deepEqual(namesOf(dialog.cssProperties), asked(files));
});

test('members are what a page may use', () => {
  const members = [
    'close',
    'complete',
    'disabled',
    'focus',
    'form',
    'gateway',
    'open',
    'options',
    'state',
  ];
  assert.deepEqual(namesOf(button.members), members);
});

test('editors are told the same', () => {
  const html = json<{tags: {name: string; attributes: Named[]}[]}>(
    'dist/vscode.html-custom-data.json',
  );
  const [tag] = html.tags;
  assert.equal(tag?.name, 'pay-button');
  assert.deepEqual(namesOf(tag.attributes), namesOf(button.attributes));
  const css = json<{properties: Named[]}>('dist/vscode.css-custom-data.json');
  assert.deepEqual(namesOf(css.properties), namesOf(dialog.cssProperties));
  const types = json<{
    version: string;
    contributions: {html: {elements: {attributes: Named[]; js: {events: Named[]}}[]}};
  }>('dist/web-types.json');
  const [element] = types.contributions.html.elements;
  assert.equal(types.version, json<{version: string}>('package.json').version);
  assert.deepEqual(namesOf(element?.attributes), namesOf(button.attributes));
  assert.deepEqual(namesOf(element?.js.events), namesOf(button.events));
});

test('each module of the manifest is there, under the name that it exports', async () => {
  for (const {path, declarations} of modules) {
    const exported = (await import(new URL(path, root).href)) as object;
    for (const {name} of declarations) assert.ok(name in exported, name);
  }
});

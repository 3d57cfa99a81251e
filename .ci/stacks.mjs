import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cssData, htmlData, webTypes} from './editor-data.mjs';
import {createManifest, elementsOf} from './manifest.mjs';
import {typings} from './typings.mjs';

// The last step of the build: what frameworks and editors know of the elements, by their doc comments.
const dist = new URL('../dist/', import.meta.url);
const {name, version} = JSON.parse(readFileSync(new URL('../package.json', dist), 'utf8'));

const manifest = createManifest();
const elements = elementsOf(manifest);
// The dialog is put on the page by the button, and has no attributes.
const written = elements.filter(({attributes}) => attributes);

const data = {
  'custom-elements.json': manifest,
  'vscode.html-custom-data.json': htmlData(written),
  'vscode.css-custom-data.json': cssData(elements),
  'web-types.json': webTypes({name, version}, elements),
};
for (const [file, content] of Object.entries(data)) {
  writeFileSync(new URL(file, dist), `${JSON.stringify(content, null, 2)}\n`);
}

mkdirSync(new URL('types/', dist), {recursive: true});
for (const [file, text] of Object.entries(typings(written))) {
  writeFileSync(new URL(`types/${file}`, dist), text);
}

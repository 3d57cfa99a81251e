import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {create, ts} from '@custom-elements-manifest/analyzer';

const root = new URL('../', import.meta.url);
const sources = ['elements/pay-button', 'elements/pay-dialog'];

/** Called by the browser, or by Lit. */
const callbacks = /Callback$|^(?:render|updated?|willUpdate|firstUpdated)$/;

/**
 * What the doc comments of the elements say, as a custom elements manifest.
 * @see https://github.com/webcomponents/custom-elements-manifest
 */
export function createManifest() {
  const modules = sources.map(name => {
    const path = new URL(`src/${name}.ts`, root);
    return ts.createSourceFile(
      fileURLToPath(path),
      readFileSync(path, 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    );
  });
  const manifest = create({modules});
  manifest.modules.forEach((module, place) => {
    module.path = `dist/${sources[place]}.js`;
    for (const entry of module.exports) entry.declaration.module = module.path;
    module.declarations = module.declarations.filter(({customElement}) => customElement);
    for (const element of module.declarations) tidy(element, module);
  });
  return manifest;
}

/** The analyzer lists also what is private, and each `new Event()` that it comes upon. */
function tidy(element, module) {
  element.members = element.members.filter(
    ({name, privacy, static: isStatic}) =>
      !/^(?:private|protected)$/.test(privacy) && !isStatic && !callbacks.test(name),
  );
  if (element.events) element.events = element.events.filter(({description}) => description);
  module.exports.push({
    kind: 'custom-element-definition',
    name: element.tagName,
    declaration: {name: element.name, module: module.path},
  });
}

/** The elements of a manifest. */
export function elementsOf(manifest) {
  return manifest.modules.flatMap(({declarations}) => declarations);
}

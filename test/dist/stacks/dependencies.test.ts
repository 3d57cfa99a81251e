import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {isBuiltin} from 'node:module';
import {test} from 'node:test';
import ts from 'typescript';
import manifest from '../../../package.json' with {type: 'json'};

const root = new URL('../../../', import.meta.url);

/** The packages that a module leads to, or its types do, through all files of ours. */
function packagesOf(file: URL, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file.href)) return packages;
  seen.add(file.href);
  const {importedFiles} = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  for (const {fileName: name} of importedFiles) {
    if (isBuiltin(name)) continue;
    if (!name.startsWith('.')) packages.add(packageOf(name));
    else for (const each of packagesOf(fileOf(name, file), seen)) packages.add(each);
  }
  return packages;
}

/** What is imported: declarations call each other by the names of their modules. */
function fileOf(name: string, importer: URL): URL {
  return new URL(importer.href.endsWith('.d.ts') ? name.replace(/\.js$/, '.d.ts') : name, importer);
}

/** The package that an import such as `lit/decorators.js` is from. */
function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

interface Entry {
  readonly name: string;
  readonly packages: ReadonlySet<string>;
}

/** Every entry with code, by its name; those of types alone are for who has the framework. */
const entries = Object.entries(manifest.exports).flatMap(([name, targets]): Entry[] => {
  if (typeof targets === 'string' || !('default' in targets)) return [];
  const files = Object.values(targets).map(target => packagesOf(new URL(target, root)));
  return [{name, packages: new Set(files.flatMap(packages => [...packages]))}];
});

test('what is installed along is what a page’s entries import, or their types, and nothing else', () => {
  const forPages = entries.filter(({name}) => name !== './sandbox');
  const imported = new Set(forPages.flatMap(({packages}) => [...packages]));
  assert.deepEqual([...imported].toSorted(), Object.keys(manifest.dependencies).toSorted());
});

test('the sandbox imports no package: it brings its libraries along', () => {
  const sandbox = entries.find(({name}) => name === './sandbox');
  assert.deepEqual(sandbox?.packages, new Set());
});

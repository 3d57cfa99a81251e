import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {isBuiltin} from 'node:module';
import {test} from 'node:test';
import manifest from '../../package.json' with {type: 'json'};

const dist = new URL('../../dist/', import.meta.url);

function modules(): string[] {
  const files = readdirSync(dist, {recursive: true, encoding: 'utf8'});
  // The bundles for pages hold what they need.
  return files.filter(file => file.endsWith('.js') && !/^pay-button\.js$|public/.test(file));
}

function importedBy(file: string): string[] {
  const text = readFileSync(new URL(file, dist), 'utf8');
  return [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from ['"]([^'"]+)|^import ['"]([^'"]+)/gm),
  ].map(([, from, plain]) => from ?? plain ?? '');
}

test('every package that a module imports is a dependency', () => {
  const known = Object.keys(manifest.dependencies);
  const unknown = modules().flatMap(file =>
    importedBy(file)
      .filter(name => !name.startsWith('.') && !isBuiltin(name))
      .filter(name => !known.some(each => name === each || name.startsWith(`${each}/`)))
      .map(name => `${file}: ${name}`),
  );
  assert.deepEqual(unknown, []);
});

test('every entry of the package is there', () => {
  const targets = Object.values(manifest.exports).flatMap(entry =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  for (const target of [...targets, ...Object.values(manifest.bin)]) {
    const file = new URL(`../../${target.replace('*', 'ja.js')}`, import.meta.url);
    assert.doesNotThrow(() => readFileSync(file), target);
  }
});

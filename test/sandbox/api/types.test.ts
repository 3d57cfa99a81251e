import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';

/** The packages that the types of a module lead to, through all files of ours. */
async function packagesOf(module: URL, seen = new Set<string>()): Promise<ReadonlySet<string>> {
  const packages = new Set<string>();
  seen.add(module.href);
  const text = await readFile(module, 'utf8');
  for (const [, from] of text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
    const next = new URL(from.replace(/\.js$/, '.d.ts'), module);
    if (!from.startsWith('.')) packages.add(nameOf(from));
    else if (!seen.has(next.href))
      for (const each of await packagesOf(next, seen)) packages.add(each);
  }
  return packages;
}

/** The package that an import such as `lit/decorators.js` is from. */
function nameOf(from: string): string {
  return from.split('/', from.startsWith('@') ? 2 : 1).join('/');
}

describe('the types of the sandbox', () => {
  it('need no package that is not installed with it', async () => {
    const root = new URL('../../../', import.meta.url);
    const manifest = await readFile(new URL('package.json', root), 'utf8');
    const {dependencies} = JSON.parse(manifest) as {dependencies: Record<string, string>};
    const packages = await packagesOf(new URL('dist/sandbox/index.d.ts', root));
    const missing = [...packages].filter(each => !(each in dependencies));
    assert.deepEqual(missing, []);
  });
});

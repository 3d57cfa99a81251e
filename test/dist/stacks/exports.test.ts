import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core';
import * as esbuild from 'esbuild';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import manifest from '../../../package.json' with {type: 'json'};
import {Consumer} from './consumer.js';

let shop: Consumer;
before(() => {
  shop = new Consumer();
});
after(() => shop.remove());

function tarball(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(shop.tarball));
}

test('publint finds nothing to say about the tarball', async () => {
  const {messages, pkg} = await publint({pack: {tarball: tarball().buffer}, strict: true});
  assert.deepEqual(
    messages.map(message => formatMessage(message, pkg, {color: false})),
    [],
  );
});

test('are the types wrong? No', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(tarball()));
  assert.ok(analysis.types);
  const problems = analysis.problems
    // From `require`: the package is modules only, as its README says.
    .filter(problem => problem.kind !== 'CJSResolvesToESM')
    // TypeScript's oldest way to resolve, which knows no exports.
    .filter(problem => !('resolutionKind' in problem) || problem.resolutionKind !== 'node10');
  assert.deepEqual(problems, []);
});

test('Node imports each entry, and constructs a button', () => {
  const printed = shop.run(`
    import {PayButton, PayDialog, PayError, PayOpenEvent} from 'pay-button';
    import {startSandbox} from 'pay-button/sandbox';
    import * as kit from 'pay-button/testing';
    import {words} from 'pay-button/locales/ja.js';
    import schema from 'pay-button/custom-elements.json' with {type: 'json'};
    const {state} = new PayButton();
    new PayDialog();
    const named = [PayError, PayOpenEvent, startSandbox, ...Object.values(kit)];
    console.log(state, named.every(Boolean), words.payWithCard, schema.schemaVersion);
  `);
  assert.equal(printed, 'closed true カードで支払う 1.0.0\n');
});

test('what is in package.json’s fields for CDNs and editors is in the tarball', () => {
  const listed = execFileSync('tar', ['-tzf', shop.tarball], {encoding: 'utf8'}).split('\n');
  const {unpkg, jsdelivr, customElements, 'web-types': webTypes, types, sideEffects} = manifest;
  for (const file of [unpkg, jsdelivr, customElements, webTypes, types, ...sideEffects]) {
    assert.ok(listed.includes(file.replace('.', 'package')), file);
  }
});

test('nothing runs when it is installed, with all that it depends on', () => {
  const {packages} = JSON.parse(
    readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'),
  ) as {packages: Record<string, {dev?: boolean; hasInstallScript?: boolean}>};
  const shipped = Object.entries(packages).filter(([name, {dev}]) => name && !dev);
  assert.ok(shipped.length >= Object.keys(manifest.dependencies).length);
  assert.deepEqual(
    shipped.filter(([, {hasInstallScript}]) => hasInstallScript),
    [],
  );
  const scripts = Object.keys(manifest.scripts);
  assert.ok(!scripts.some(name => /^(?:pre|post)?(?:install|prepare)$/.test(name)));
});

async function bundled(code: string): Promise<string> {
  const entry = shop.write('entry.js', code);
  const {outputFiles} = await esbuild.build({
    ...{entryPoints: [entry], absWorkingDir: shop.folder, outdir: 'out', format: 'esm'},
    ...{bundle: true, write: false, splitting: true, minifySyntax: true, logLevel: 'silent'},
  });
  return outputFiles.map(({text}) => text).join('');
}

test('bundlers keep what an import is for, and drop what nobody uses', async () => {
  assert.match(await bundled(`import 'pay-button';`), /customElements\.define\(/);
  const kit = await bundled(`import {} from 'pay-button/testing';`);
  assert.doesNotMatch(kit, /\bclass\b|\bfunction\b/);
});

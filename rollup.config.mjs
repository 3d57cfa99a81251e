import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import license from 'rollup-plugin-license';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';
import {givenGlobals, ownGlobals} from './.ci/own-globals.mjs';
import {writeIntegrity, writeParts} from './.ci/integrity.mjs';
import {locales} from './dist/locales/locale.js';

// tsc has compiled src/ to dist/ before: what stands here are the files that a page loads as they are.
const minify = (preamble = '', mangle = true) =>
  terser({
    ecma: 2021,
    // Nothing of ours or of Lit's asks a function how many parameters it has.
    compress: {passes: 3, unsafe_arrows: true, keep_fargs: false},
    mangle,
    // A page without a charset must show our words right.
    format: {comments: false, ascii_only: true, preamble},
  });

const classic = (input, file, plugins = []) => ({
  input,
  plugins: [...plugins, resolve()],
  // `Object.freeze()` may be the page's.
  output: {file, format: 'iife', freeze: false},
});

/** What of the sandbox runs in pages. The maps stay at home: coverage is told by source file. */
const sandboxScript = (input, name) => {
  const {output, ...rest} = classic(`dist/sandbox/${input}`, `dist/sandbox/public/${name}.js`);
  return {...rest, output: {...output, sourcemap: 'hidden'}};
};

const folder = path => fileURLToPath(new URL(path, import.meta.url));
const sandbox = folder('dist/sandbox/');
const isOurs = id => id.startsWith(sandbox);

/** The sandbox's modules stay files of their own, for whoever debugs them; its libraries become one, to be installed by nobody. */
const ownFiles = {
  name: 'own-files',
  moduleParsed({id, isEntry}) {
    if (isEntry || !isOurs(id)) return;
    this.emitFile({type: 'chunk', id, fileName: relative(sandbox, id).replaceAll('\\', '/')});
  },
};

/** Who hands on these packages hands on their licences. */
const licences = file =>
  license({
    thirdParty: {
      multipleVersions: true,
      allow: {test: '(MIT OR BSD-3-Clause)', failOnUnlicensed: true, failOnViolation: true},
      output: file,
    },
  });

/** Names by which Lit's packages know each other: all that this page needs of Lit is in the one file. */
const litNames = {properties: {regex: /^_\$/}};

const languages = locales.filter(locale => locale !== 'en').map(locale => `locales/${locale}.js`);

/** Of the script tag's file, loaded by pages that need them: what they are called, and made of. */
const parts = {
  'addresses.js': 'dist/addresses/index.js',
  'checkoutjs.js': 'dist/compat/checkout-js.js',
  'products.js': 'dist/gateways/stripe-products.js',
  'confirm.js': 'dist/delivery/post-by-fetch.js',
  // Each in one request, for the script tag; bundlers find them in the same place.
  ...Object.fromEntries(languages.map(file => [file, `dist/${file}`])),
};
const partNames = Object.keys(parts);

const preambles = {
  // Its licence wants Google named wherever the data goes.
  'addresses.js': '// Address data by Google, CC BY 4.0; changed',
};

/** A classic script cannot be split: what it loads on demand are files of their own, beside it, whose hashes it knows. */
const besideScript = {
  name: 'beside-script',
  load: id =>
    id.endsWith('parts-integrity.js')
      ? `export const partsIntegrity = '${writeParts(partNames)}';`
      : null,
  writeBundle: () => writeIntegrity(['pay-button.js', 'parts.js', ...partNames]),
};

export default [
  // Before the script that knows their hashes.
  ...Object.entries(parts).map(([name, input]) => ({
    input,
    plugins: [...(languages.includes(name) ? [] : [givenGlobals]), minify(preambles[name])],
    output: {file: `dist/${name}`, format: 'es'},
  })),
  classic('dist/script.js', 'dist/pay-button.js', [
    besideScript,
    ownGlobals(),
    minifyTemplateLiterals({
      include: ['dist/{compat,elements}/**'],
      exclude: ['**/css.js'],
      options: {minifyOptions: {removeAttributeQuotes: true}},
    }),
    minify('', litNames),
    licences('dist/THIRD-PARTY-LICENSES.txt'),
  ]),
  sandboxScript('stripe-js/main.js', 'stripe'),
  sandboxScript('frames/field.js', 'field'),
  sandboxScript('frames/controller.js', 'controller'),
  sandboxScript('challenge/challenge.js', 'challenge'),
  // After the scripts of pages, some of which are made of the same modules.
  {
    input: 'dist/sandbox/bin.js',
    plugins: [
      ownFiles,
      resolve({exportConditions: ['node']}),
      commonjs(),
      licences('dist/sandbox/THIRD-PARTY-LICENSES.txt'),
    ],
    // The test kit's too.
    external: id => id.startsWith(folder('dist/stripe-js/')),
    output: {
      dir: 'dist/sandbox',
      format: 'es',
      manualChunks: id => (isOurs(id) ? null : 'libraries'),
      chunkFileNames: '[name].js',
      hoistTransitiveImports: false,
      // Tells what of whom is in it.
      sourcemap: 'hidden',
    },
  },
];

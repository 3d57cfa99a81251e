import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import ts from 'typescript-eslint';

const inWidget = ['src/**/*.ts'];
const unsafeSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'cssText'];

export default defineConfig([
  {ignores: ['dist/', 'coverage/', 'site/', 'demo/data/', 'test/frameworks/*/']},
  js.configs.recommended,
  {files: ['**/*.mjs'], languageOptions: {globals: globals.node}},
  {files: ['demo/{public,site}/*.js'], languageOptions: {globals: globals.browser}},
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {project: 'tsconfig.json'}},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          // Node's runner waits for its tests itself.
          allowForKnownSafeCalls: [
            {from: 'package', package: 'node:test', name: ['describe', 'it', 'test']},
          ],
        },
      ],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
    },
  },
  {
    files: inWidget,
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
    rules: {
      // The labels of the card's fields: a click moves into a frame, which the keyboard reaches by Tab.
      'lit-a11y/click-events-have-key-events': 'off',
      'no-restricted-properties': [
        'error',
        ...unsafeSinks.map(property => ({
          property,
          message: 'Text goes in as text: no HTML or CSS from strings.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {regex: 'unsafe-(html|svg)|static-html', message: 'No HTML from strings.'},
            {
              regex: 'style-map',
              message: 'styleMap sets a style attribute, which a strict CSP blocks.',
            },
          ],
        },
      ],
    },
  },
  {
    // Assertions of chai are property reads, and @open-wc/testing types its `equal()` as a promise.
    files: ['test/{checkout,compat,delivery,elements,fuzz,gateways,locales,testing}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
]);

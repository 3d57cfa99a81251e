import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';

// tsc has compiled src/ to dist/ before: what stands here are the files that a page loads as they are.
const minify = terser({
  ecma: 2021,
  compress: {passes: 2},
  // A page without a charset must show our words right.
  format: {comments: false, ascii_only: true},
});

const classic = (input, file, plugins = []) => ({
  input,
  plugins: [...plugins, resolve()],
  output: {file, format: 'iife'},
});

export default [
  classic('dist/script.js', 'dist/pay-button.js', [
    minifyTemplateLiterals({include: ['dist/elements/**']}),
    minify,
  ]),
  classic('dist/sandbox/stripe-js/main.js', 'dist/sandbox/public/stripe.js'),
  classic('dist/sandbox/frames/field.js', 'dist/sandbox/public/field.js'),
  classic('dist/sandbox/frames/controller.js', 'dist/sandbox/public/controller.js'),
  classic('dist/sandbox/challenge/challenge.js', 'dist/sandbox/public/challenge.js'),
];

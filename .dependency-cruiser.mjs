/** `npm run lint` checks that no file imports itself by way of others, types included. */
export default {
  forbidden: [{name: 'no-circular', severity: 'error', from: {}, to: {circular: true}}],
  options: {
    doNotFollow: {path: 'node_modules'},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
  },
};

import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import inject from '@rollup/plugin-inject';
import {parse} from 'acorn';
import {analyze} from 'eslint-scope';

const room = fileURLToPath(new URL('../dist/page/', import.meta.url));
const file = `${room}globals.js`;
// Run before it, for the case that it fails.
const first = [`${room}start.js`, `${room}trouble.js`];

/** The names of the globals that `src/page/globals.ts` takes. */
export function globalNames() {
  return parseModule(readFileSync(file, 'utf8'))
    .body.filter(({type}) => type === 'ExportNamedDeclaration')
    .flatMap(({declaration, specifiers}) => [
      ...(declaration?.declarations ?? []).map(({id}) => id.name),
      ...specifiers.map(({exported}) => exported.name),
    ]);
}

/** Has all modules of a file, Lit's as well, read the globals that `src/page/globals.ts` takes, in the place of the page's. */
export function ownGlobals() {
  const modules = Object.fromEntries(globalNames().map(name => [name, [file, name]]));
  return inject({exclude: [file, ...first], modules});
}

/** Has a part read the globals that it is given with the core: all of its module moves into `createPart()`. */
export const givenGlobals = {
  name: 'given-globals',
  renderChunk(code) {
    const ast = parseModule(code);
    const end = ast.body.at(-1);
    if (
      end.type !== 'ExportNamedDeclaration' ||
      end.specifiers[0]?.exported.name !== 'createPart'
    ) {
      throw new Error('A part exports createPart(), at its end, and nothing else.');
    }
    const outer = analyze(ast, {ecmaVersion: 2022, sourceType: 'module'}).globalScope.through;
    const read = new Set(outer.map(({identifier}) => identifier.name));
    const given = globalNames().filter(name => read.has(name));
    return {
      code: `export function createPart(core) {
        const {${given.join()}} = core.globals;
        ${code.slice(0, end.start)}
        return ${end.specifiers[0].local.name}(core);
      }`,
      map: null,
    };
  },
};

function parseModule(code) {
  return parse(code, {ecmaVersion: 'latest', sourceType: 'module', ranges: true});
}

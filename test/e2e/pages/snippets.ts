import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build, type Plugin} from 'esbuild';
import {compile as compileSvelte} from 'svelte/compiler';
import {compileScript, parse as parseVue} from 'vue/compiler-sfc';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('demo/docs/forms-by-scripts.md', root), 'utf8');

/** The blocks of code under a heading of the page, with a key that the sandbox takes. */
export function snippets(heading: string): string[] {
  const [, rest] = page.split(`\n## ${heading}\n`);
  if (rest === undefined) throw new Error(`forms-by-scripts.md has no heading "${heading}".`);
  const [section = ''] = rest.split('\n## ');
  return [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code = '']) =>
    code.replaceAll('pk_test_…', 'pk_test_pages'),
  );
}

/** The function that most snippets share, as a module of the page. */
export const chargeModule = snippets('One function for all')[0] ?? '';

/** Makes one script of a component and of what mounts it at `#app`, as the stack's own tools do. */
export async function bundle(component: string, type: 'jsx' | 'vue' | 'svelte', mount: string) {
  const {outputFiles} = await build({
    stdin: {contents: mount, resolveDir: fileURLToPath(root), loader: 'jsx'},
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    conditions: ['browser', 'svelte'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [documentModules(compilers[type](component))],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const compilers = {
  jsx: (source: string) => source,
  svelte: (source: string) => compileSvelte(source, {generate: 'client'}).js.code,
  vue: (source: string) =>
    compileScript(parseVue(source).descriptor, {
      id: 'checkout',
      inlineTemplate: true,
      templateOptions: {compilerOptions: {isCustomElement: tag => tag === 'pay-button'}},
    }).content,
};

/** Gives the modules that snippets import: each other, and the package as it was built. */
function documentModules(component: string): Plugin {
  const modules: Readonly<Record<string, string>> = {
    './Checkout': component,
    './charge.js': chargeModule,
  };
  return {
    name: 'snippets',
    setup(build) {
      build.onResolve({filter: /^\.\/(Checkout|charge\.js)$/}, ({path}) => ({
        path,
        namespace: 'snippet',
      }));
      build.onResolve({filter: /^pay-button$/}, () => ({
        path: fileURLToPath(new URL('dist/index.js', root)),
      }));
      build.onLoad({filter: /./, namespace: 'snippet'}, ({path}) => ({
        contents: modules[path],
        loader: 'jsx',
        resolveDir: fileURLToPath(root),
      }));
    },
  };
}

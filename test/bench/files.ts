import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readFile, readdir} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build, type BuildOptions} from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = here('../../');
/** A package of its own: nobody who works on the project needs it. */
const peers = here('peers/');
const pwaFolder = `${peers}node_modules/stripe-pwa-elements/dist/stripe-elements/`;

/** Builds the project and installs the peers, unless that has been done. */
export function prepare(): void {
  if (!existsSync(`${root}dist/pay-button.js`)) npm(root, 'run', 'build');
  if (!existsSync(`${peers}node_modules`)) {
    npm(peers, 'ci', '--no-audit', '--no-fund', '--ignore-scripts');
  }
}

/** What is served, by its path: each as small as its maker, or a merchant with a bundler, has it. */
export async function contestantFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  files.set('/pay-button.js', await readFile(`${root}dist/pay-button.js`, 'utf8'));
  files.set('/plain.js', await bundle({entryPoints: [here('in-page/plain.ts')]}));
  const contents = `import '@power-elements/stripe-elements/stripe-elements.js';`;
  files.set('/power.js', await bundle({stdin: {contents, resolveDir: peers}}));
  for (const name of await readdir(pwaFolder)) {
    if (!name.endsWith('.js')) continue;
    files.set(`/pwa/${name}`, await readFile(`${pwaFolder}${name}`, 'utf8'));
  }
  return files;
}

/** What the measures themselves run in the page. */
export function measuringScript(): Promise<string> {
  return bundle({entryPoints: [here('in-page/main.ts')], format: 'iife'});
}

async function bundle(options: BuildOptions): Promise<string> {
  const {outputFiles} = await build({
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
    ...options,
    write: false,
  });
  return outputFiles?.[0]?.text ?? '';
}

function npm(cwd: string, ...args: string[]): void {
  const {status, stderr} = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
}

import {execFile} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** The apps beside this file, or those that `APPS=vue,svelte` names. */
export function appNames(): string[] {
  const all = readdirSync(here, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(({name}) => name);
  const chosen = process.env.APPS?.split(',') ?? all;
  const unknown = chosen.find(name => !all.includes(name));
  if (unknown !== undefined) throw new Error(`No app "${unknown}": there are ${all.join(', ')}.`);
  return chosen;
}

/** Copies of the apps that have the project installed as npm would publish it. */
export class Apps {
  // Away from the project: a module that the package forgot to name is not found in the project's own.
  readonly #folder = mkdtempSync(join(tmpdir(), 'pay-button-frameworks-'));
  readonly #tarball = this.#pack();
  readonly #removals: Promise<void>[] = [];

  /**
   * Installs the package into a copy of an app, and builds that by the app's own tool.
   * @returns the folder of the site
   */
  async build(app: string): Promise<string> {
    const copy = join(this.#folder, app);
    cpSync(join(here, app), copy, {recursive: true});
    const begin = performance.now();
    // What the lock file names and the package, whose hash is another after each build, in one go.
    const install = ['install', '--no-save', '--ignore-scripts', '--prefer-offline', ...quiet];
    await npm(copy, ...install, await this.#tarball);
    const installed = performance.now();
    await npm(copy, 'run', '--silent', 'build');
    const times = [installed - begin, performance.now() - installed].map(time =>
      Math.round(time / 1000),
    );
    console.log(`${app}: installed in ${times[0]} s, built in ${times[1]} s`);
    // Tens of thousands of files: a slow disk takes a minute, in which the next app is built.
    this.#removals.push(rm(join(copy, 'node_modules'), {recursive: true}));
    return join(copy, 'dist');
  }

  async remove(): Promise<void> {
    await Promise.all(this.#removals);
    await rm(this.#folder, {recursive: true});
  }

  async #pack(): Promise<string> {
    const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', this.#folder];
    return join(this.#folder, (await npm(root, ...pack)).trim());
  }
}

/** @returns what npm has printed */
function npm(cwd: string, ...args: string[]): Promise<string> {
  const shell = process.platform === 'win32';
  return new Promise((resolve, reject) => {
    execFile('npm', args, {cwd, shell}, (error, stdout, stderr) => {
      // Compilers print what is wrong to either.
      if (error) reject(new Error(`npm ${args[0]} failed in ${cwd}:\n${stdout}${stderr}`));
      else resolve(stdout);
    });
  });
}

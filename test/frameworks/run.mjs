// `npm run frameworks`: packs the project as npm would publish it, installs it into a copy of each app, builds
// that by the app's own tool, and pays in it. `npm run frameworks -- vue svelte` takes these apps alone.
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(here, {withFileTypes: true})
  .filter(entry => entry.isDirectory())
  .map(({name}) => name);
const chosen = process.argv.slice(2);
const unknown = chosen.find(name => !all.includes(name));
if (unknown) stop(`No app "${unknown}": there are ${all.join(', ')}.`);

// Away from the project: a module that the package forgot to name is not found in the project's own.
const folder = mkdtempSync(join(tmpdir(), 'pay-button-frameworks-'));
process.on('exit', () => rmSync(folder, {recursive: true}));

const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
run(root, 'npm', 'pack', '--silent', '--pack-destination', folder);
const [tarball] = readdirSync(folder);

for (const app of chosen.length ? chosen : all) {
  console.log(`Building ${app} …`);
  const copy = join(folder, 'apps', app);
  cpSync(join(here, app), copy, {recursive: true});
  run(copy, 'npm', 'ci', '--ignore-scripts', ...quiet);
  // After the others, and not by the lock file: its hash is another after each build.
  run(copy, 'npm', 'install', '--no-save', '--ignore-scripts', ...quiet, join(folder, tarball));
  run(copy, 'npm', 'run', '--silent', 'build');
}

run(
  root,
  process.execPath,
  '--import=tsx',
  '--test',
  '--test-reporter=./test/reporters/totals-node.mjs',
  'test/frameworks/paying.test.ts',
);

function run(cwd, command, ...args) {
  const {status} = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    env: {...process.env, BUILT_APPS: join(folder, 'apps'), TESTS_RUN_IN: 'Chromium'},
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0) stop(`${command} ${args[0]} failed: see above.`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

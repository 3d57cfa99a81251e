// `npm start` on a fresh clone: installs what is missing, builds, and runs shop and sandbox until
// Ctrl-C. Node's built-ins only, since nothing may be installed yet.
import {spawn, spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {installPackages} from '../.ci/install.mjs';

const cwd = fileURLToPath(new URL('..', import.meta.url));

installPackages();

const build = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd,
  stdio: 'inherit',
  // npm is a batch file on Windows.
  shell: process.platform === 'win32',
});
if (build.status !== 0) process.exit(build.status ?? 1);

const shop = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {cwd, stdio: 'inherit'});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => shop.kill(signal));
shop.on('exit', code => process.exit(code ?? 1));

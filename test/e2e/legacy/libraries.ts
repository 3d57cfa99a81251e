import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/**
 * Installs a package that is kept apart, since only these tests need what it brings.
 * @param name of a folder beside this file
 * @returns where it is
 */
export function installLibraries(name: string): string {
  const folder = fileURLToPath(new URL(`${name}/`, import.meta.url));
  if (existsSync(`${folder}node_modules`)) return folder;
  const {status, stderr} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, stderr);
  return folder;
}

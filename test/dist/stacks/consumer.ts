import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shell = process.platform === 'win32';

/** A project of somebody else's that has the packed package installed; the rest it finds above, with us. */
export class Consumer {
  readonly folder: string;
  readonly tarball: string;

  constructor() {
    const cache = join(root, 'node_modules/.cache/pay-button');
    mkdirSync(cache, {recursive: true});
    this.folder = mkdtempSync(join(cache, 'consumer-'));
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', this.folder];
    const printed = execFileSync('npm', pack, {cwd: root, encoding: 'utf8', shell});
    const [, name] = /"filename": "([^"]+)"/.exec(printed) ?? [];
    this.tarball = join(this.folder, name ?? '');
    const target = join(this.folder, 'node_modules/pay-button');
    mkdirSync(target, {recursive: true});
    execFileSync('tar', ['-xzf', this.tarball, '-C', target, '--strip-components=1']);
    this.write('package.json', '{"name": "shop", "type": "module", "private": true}');
  }

  write(file: string, text: string): string {
    const path = join(this.folder, file);
    writeFileSync(path, text);
    return path;
  }

  /**
   * Runs a module as Node does.
   * @returns what it printed
   */
  run(code: string): string {
    const options = {cwd: this.folder, encoding: 'utf8'} as const;
    return execFileSync(process.execPath, [this.write('run.mjs', code)], options);
  }

  remove(): void {
    rmSync(this.folder, {recursive: true});
  }
}

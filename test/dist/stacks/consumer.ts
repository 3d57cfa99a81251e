import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shell = process.platform === 'win32';

/** What npm installs along with the package, by the path that it has from the root. */
function installedAlong(): string[] {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const {packages} = JSON.parse(lock) as {packages: Record<string, {dev?: boolean}>};
  return Object.keys(packages).filter(path => path && !packages[path]?.dev);
}

/** A project of somebody else's that has the packed package installed. */
export class Consumer {
  readonly folder: string;
  readonly tarball: string;

  /** @param above where it lies: unless it is told otherwise, it finds with us what it lacks */
  constructor(above = join(root, 'node_modules/.cache/pay-button')) {
    mkdirSync(above, {recursive: true});
    this.folder = mkdtempSync(join(above, 'consumer-'));
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', this.folder];
    const printed = execFileSync('npm', pack, {cwd: root, encoding: 'utf8', shell});
    const [, name] = /"filename": "([^"]+)"/.exec(printed) ?? [];
    this.tarball = join(this.folder, name ?? '');
    const target = join(this.folder, 'node_modules/pay-button');
    mkdirSync(target, {recursive: true});
    execFileSync('tar', ['-xzf', this.tarball, '-C', target, '--strip-components=1']);
    this.write('package.json', '{"name": "shop", "type": "module", "private": true}');
  }

  /** One that has nothing of ours but the package. */
  static alone(): Consumer {
    return new Consumer(tmpdir());
  }

  /** Gives it what npm would. */
  installDependencies(): void {
    for (const path of installedAlong()) {
      cpSync(join(root, path), join(this.folder, path), {recursive: true});
    }
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

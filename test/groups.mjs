import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const root = new URL('..', import.meta.url);

/**
 * Has test files share processes: one that starts Node, TypeScript, Stripe's SDK and a browser anew takes two to
 * three seconds of a core, which is more than most files' tests take.
 */
export class Groups {
  #folder = mkdtempSync(join(tmpdir(), 'pay-button-tests-'));
  #count = 0;

  constructor() {
    process.on('exit', () => rmSync(this.#folder, {recursive: true}));
  }

  /**
   * @param {readonly string[]} files paths from the root of test files whose hooks may last as long as their process
   * @param {number} size files of one process, at most
   * @returns {string[]} paths of files for `node --test`
   */
  of(files, size) {
    const groups = Math.ceil(files.length / size);
    // Neighbours are of one kind, and take equally long.
    return Array.from({length: groups}, (_, turn) =>
      this.#write(files.filter((_, place) => place % groups === turn)),
    );
  }

  #write(files) {
    const path = join(this.#folder, `group-${++this.#count}.test.mjs`);
    writeFileSync(path, files.map(file => `import '${new URL(file, root)}';\n`).join(''));
    return path;
  }
}

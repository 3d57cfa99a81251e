import {readdirSync} from 'node:fs';

/** The test files of these folders of `test`, by their paths from the root: Node 20 does not look for them itself. */
export function testFiles(...folders) {
  return folders.flatMap(folder =>
    readdirSync(new URL(folder, import.meta.url), {recursive: true})
      // The clients that the sandbox is tested with bring tests of their own.
      .filter(file => file.endsWith('.test.ts') && !file.includes('node_modules'))
      .sort()
      .map(file => `test/${folder}/${file.replaceAll('\\', '/')}`),
  );
}

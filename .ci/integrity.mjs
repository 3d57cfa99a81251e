import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';

const dist = new URL('../dist/', import.meta.url);

/** Writes the hashes of the parts into a part, and returns the hash of that one. */
export function writeParts(parts) {
  writeFileSync(
    new URL('parts.js', dist),
    `export const hashes=${JSON.stringify(hashesOf(parts))};\n`,
  );
  writeFileSync(
    new URL('parts.d.ts', dist),
    'export declare const hashes: Readonly<Record<string, string>>;\n',
  );
  return integrityOf('parts.js', 'sha256');
}

/** Writes the hashes of all that a page may load into `dist/integrity.json`. */
export function writeIntegrity(files) {
  writeFileSync(new URL('integrity.json', dist), `${JSON.stringify(hashesOf(files), null, 2)}\n`);
}

/** @param {string} file by its name in `dist` */
export function integrityOf(file, algorithm = 'sha384') {
  const hash = createHash(algorithm).update(readFileSync(new URL(file, dist)));
  return `${algorithm}-${hash.digest('base64')}`;
}

function hashesOf(files) {
  return Object.fromEntries(files.map(file => [file, integrityOf(file)]));
}

import {readFileSync} from 'node:fs';
import {brotliCompressSync, gzipSync} from 'node:zlib';

/** What gzip is measured with. */
export const zlib = `${process.versions.zlib} on ${process.arch}`;

/**
 * What a file weighs, in bytes.
 * @param {string} name in `dist`
 */
export function sizesOf(name) {
  const file = readFileSync(new URL(`../dist/${name}`, import.meta.url));
  return {
    min: file.length,
    gzip: gzipSync(file, {level: 9}).length,
    brotli: brotliCompressSync(file).length,
  };
}

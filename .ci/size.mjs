import {readFileSync} from 'node:fs';
import {brotliCompressSync, gzipSync} from 'node:zlib';

/** What one page loads for one button, in bytes of gzip. Raise it only in the commit that needs it. */
const limit = 22_000;

const file = readFileSync(new URL('../dist/pay-button.js', import.meta.url));
const gzip = gzipSync(file, {level: 9}).length;
const brotli = brotliCompressSync(file).length;

console.log(`dist/pay-button.js: ${file.length} min, ${gzip} gzip, ${brotli} brotli (bytes)`);
if (gzip > limit) {
  console.error(`Over the limit of ${limit} bytes gzip by ${gzip - limit}.`);
  process.exit(1);
}

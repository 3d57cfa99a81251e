import {readFileSync} from 'node:fs';
import {sizesOf, zlib} from './sizes.mjs';

/** What one page loads for one button, in bytes of gzip. Raise it only in the commit that needs it. */
const limit = 31_000;

const {min, gzip, brotli} = sizesOf('pay-button.js');
const recorded = JSON.parse(readFileSync(new URL('size.json', import.meta.url), 'utf8'));

console.log(`dist/pay-button.js: ${min} min, ${gzip} gzip, ${brotli} brotli (bytes)`);
if (gzip > limit) stop(`Over the limit of ${limit} bytes gzip by ${gzip - limit}.`);
// Another zlib finds other repetitions in the same file.
const isGzipAsRecorded = gzip === recorded.gzip || zlib !== recorded.zlib;
if (min !== recorded.min || !isGzipAsRecorded) {
  // Whoever shrinks the file keeps the gain; whoever lets it grow says so in the commit.
  stop(
    `Recorded are ${recorded.min} min, ${recorded.gzip} gzip: \`npm run record\` writes the new ones.`,
  );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

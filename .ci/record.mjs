import {readFileSync, writeFileSync} from 'node:fs';
import {integrityOf} from './integrity.mjs';
import {sizesOf, zlib} from './sizes.mjs';

// `npm run record`: the README's tag gets the hash of the file that was built, and its size is written down.
const readme = new URL('../README.md', import.meta.url);
const text = readFileSync(readme, 'utf8');
writeFileSync(
  readme,
  text.replace(/integrity="sha384-[^"]*"/, `integrity="${integrityOf('pay-button.js')}"`),
);

const {min, gzip} = sizesOf('pay-button.js');
writeFileSync(
  new URL('size.json', import.meta.url),
  `${JSON.stringify({min, gzip, zlib}, null, 2)}\n`,
);

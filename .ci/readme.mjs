import {readFileSync, writeFileSync} from 'node:fs';
import {integrityOf} from './integrity.mjs';

// `npm run integrity`: the README's tag gets the hash of the file that was built.
const readme = new URL('../README.md', import.meta.url);
const text = readFileSync(readme, 'utf8');
writeFileSync(
  readme,
  text.replace(/integrity="sha384-[^"]*"/, `integrity="${integrityOf('pay-button.js')}"`),
);

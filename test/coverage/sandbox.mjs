// What of the sandbox its tests execute: in Node, and in the pages that use its Stripe.js.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {CoverageReport} from 'monocart-coverage-reports';

/** Percent of lines and of branches that the build may not fall below. */
const least = 90;

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const scripts = new Map(
  ['stripe', 'field', 'controller', 'challenge'].map(name => [`/${name}.js`, name]),
);

/**
 * @param {string} node a folder that Node has written its coverage to
 * @param {string} pages one that pages have
 * @returns {Promise<boolean>} whether it is enough
 */
export async function reportSandbox(node, pages) {
  const report = new CoverageReport({
    name: 'The sandbox',
    outputDir: join(node, 'report'),
    reports: ['console-details'],
    logging: 'error',
    entryFilter: ({url}) => url.includes('/dist/sandbox/') || scriptOf(url) !== undefined,
    sourceFilter: path => path.includes('sandbox/'),
    sourcePath: path => path.replace(/^.*dist\//, ''),
  });
  await report.addFromDir(node);
  for (const file of readdirSync(pages)) {
    const entries = JSON.parse(readFileSync(join(pages, file), 'utf8'));
    const ours = entries.filter(({url}) => scriptOf(url));
    await report.add(ours.map(entry => ({...entry, sourceMap: mapOf(scriptOf(entry.url))})));
  }
  const {summary} = await report.generate();
  const {lines, branches} = summary;
  console.log(`Sandbox: ${lines.pct} % of lines, ${branches.pct} % of branches`);
  return lines.pct >= least && branches.pct >= least;
}

function scriptOf(url) {
  const {pathname} = new URL(url);
  return scripts.get(pathname.slice(pathname.lastIndexOf('/')));
}

function mapOf(name) {
  const path = join(dist, 'sandbox/public', `${name}.js.map`);
  if (!existsSync(path)) throw new Error(`There is no ${path}: the report needs the build’s maps.`);
  const map = JSON.parse(readFileSync(path, 'utf8'));
  return map;
}

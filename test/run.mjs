// `npm test` on a fresh clone: installs what is missing, builds, checks and runs every test. Node's
// built-ins only, since nothing may be installed yet. `npm test -- unit e2e` runs these suites alone,
// and `frameworks` is one that runs only in CI or by its name.
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findBrowsers, installBrowsers} from '../.ci/browsers.mjs';
import {installPackages} from '../.ci/install.mjs';
import {findInterpreters, installInterpreters} from '../.ci/interpreters.mjs';
import {Groups} from './groups.mjs';
import {add, countsIn, failuresIn, noTests} from './reporters/closing-lines.mjs';
import {table} from './reporters/table.mjs';
import {testFiles} from './test-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const testNode = [
  process.execPath,
  '--import=tsx',
  '--test',
  '--test-concurrency=3',
  '--test-reporter=./test/reporters/totals-node.mjs',
];

const build = ['npm', 'run', '--silent', 'build'];
const checks = {
  types: ['npx', 'tsc', '-p', 'tsconfig.json'],
  lint: ['npx', 'eslint', '.'],
  format: ['npx', 'prettier', '--check', '.'],
  size: ['npm', 'run', '--silent', 'size'],
};
const nodeTests = testFiles('addresses', 'contract', 'sandbox', 'demo', 'dist', 'docs', 'recipes');
const e2eTests = testFiles('e2e');
const groups = new Groups();
const suites = {
  unit: [
    ...testNode,
    ...groups.of(
      nodeTests.filter(file => !drivesChromium(file)),
      8,
    ),
  ],
  'stand-in': [...testNode, ...nodeTests.filter(drivesChromium)],
  components: ['npx', 'wtr', '--coverage'],
  strict: ['npx', 'wtr', '--config', 'test/strict/wtr.config.mjs'],
  // The longest first, and what starts browsers of its own by itself.
  e2e: [
    ...testNode,
    ...e2eTests.filter(hasOwnBrowsers),
    ...groups.of(
      e2eTests.filter(file => !hasOwnBrowsers(file)),
      6,
    ),
  ],
  frameworks: [...testNode, ...testFiles('frameworks')],
};
const inChromium = ['stand-in', 'strict', 'e2e', 'frameworks'];
/** Installs hundreds of packages of other projects, which takes minutes: who changes the widget need not wait for it. */
const onlyWhenAsked = ['frameworks'];

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!(name in suites)) stop(`No suite "${name}": there are ${Object.keys(suites).join(', ')}.`);
}

installPackages();
installBrowsers();
installInterpreters();
const browsers = findBrowsers();
const missing = Object.keys(browsers).filter(name => !browsers[name]);
const interpreters = findInterpreters();
const unspoken = Object.keys(interpreters).filter(name => !interpreters[name]);
if (!browsers.chromium && !browsers.firefox) {
  stop('No browser found: install Chrome, Chromium, Edge or Firefox, or set CHROMIUM to its path.');
}
if (missing.length && process.env.CI)
  stop(`CI needs every engine. Missing: ${missing.join(', ')}.`);
if (unspoken.length && process.env.CI)
  stop(`CI runs every recipe. Missing: ${unspoken.join(', ')}.`);

if ((await run(build)).code !== 0) stop('build failed: see above.');
await Promise.all(
  Object.entries(checks).map(async ([name, command]) => {
    if ((await run(command)).code !== 0) stop(`${name} failed: see above.`);
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'pay-button-coverage-'));
/** What the sandbox's coverage comes from: in Node from the one suite, in pages from the other. */
const coverage = {
  unit: {NODE_V8_COVERAGE: join(folder, 'node')},
  'stand-in': {PAGE_COVERAGE: join(folder, 'pages')},
};

const totals = noTests();
const rows = [];
const notes = [];
/** Once more at the end: who reads thousands of lines from there finds them. */
const failures = [];
for (const [suite, command] of Object.entries(suites)) {
  if (wanted.length && !wanted.includes(suite)) continue;
  if (!wanted.length && !process.env.CI && onlyWhenAsked.includes(suite)) {
    notes.push(`${suite} was not run: \`npm test -- ${suite}\` does, and CI`);
    continue;
  }
  if (inChromium.includes(suite) && !browsers.chromium) {
    notes.push(`${suite} was not run: it needs Chromium`);
    continue;
  }
  const begin = performance.now();
  const env = {
    ...(inChromium.includes(suite) && {TESTS_RUN_IN: 'Chromium'}),
    ...coverage[suite],
  };
  const {code, output} = await run(command, env);
  const counts = countsIn(output);
  const sum = Object.values(counts).reduce(add, noTests());
  // A runner that breaks down before it counts has failed all the same.
  if (code !== 0 && sum.failed === 0) {
    sum.failed = 1;
    notes.push(`${suite} ended with exit code ${code}`);
  }
  failures.push(...failuresIn(output));
  Object.assign(totals, add(totals, sum));
  const seconds = (performance.now() - begin) / 1000;
  // That one counts by the kind of page.
  if (suite === 'strict') rows.push(...byPage(suite, counts, seconds));
  else rows.push({suite, counts, seconds});
}

if (Object.keys(coverage).every(name => rows.some(({suite}) => suite === name))) {
  // Only now are its packages there.
  const {reportSandbox} = await import('./coverage/sandbox.mjs');
  const isEnough = await reportSandbox(
    coverage.unit.NODE_V8_COVERAGE,
    coverage['stand-in'].PAGE_COVERAGE,
  );
  if (!isEnough) totals.failed++;
}
rmSync(folder, {recursive: true});

console.log(`\n${[...failures, table(rows), ...notes].join('\n')}`);
if (missing.length) console.log(`Not run in: ${missing.join(', ')} (not found on this machine)`);
if (unspoken.length)
  console.log(`Recipes not run: ${unspoken.join(', ')} (not found on this machine)`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

function byPage(suite, counts, seconds) {
  return Object.entries(counts).map(([page, count], place) => ({
    suite: `${suite}: ${page}`,
    counts: {Chromium: count},
    seconds: place === 0 ? seconds : undefined,
  }));
}

/** The sandbox's stand-in for Stripe.js is tested from Node, in pages. */
function drivesChromium(file) {
  return /^test\W(contract|dist\Wstacks\Wserver|recipes\Wpasted|sandbox\W(clients|stand-in))\W/.test(
    file,
  );
}

function hasOwnBrowsers(file) {
  return /\W(engines\W.*|coming-back|soak)\.test\.ts$/.test(file);
}

/** Runs a command, shows what it prints and keeps it. */
function run([command, ...args], env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: {...process.env, ...env},
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32' && command !== process.execPath,
  });
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
    process.stdout.write(chunk);
  });
  return new Promise(resolve => child.on('close', code => resolve({code, output})));
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

import {defaultReporter} from '@web/test-runner';
import {chromeLauncher, puppeteerCore} from '@web/test-runner-chrome';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {findBrowsers} from './.ci/browsers.mjs';
import {chromiumArgs} from './test/engines/chromium-args.mjs';
import {sharedPages} from './test/engines/shared-pages.mjs';
import {webkitLauncher} from './test/engines/webkit-launcher.mjs';
import {totals} from './test/reporters/totals-wtr.mjs';

/** As with the others: no motion. */
const extraPrefsFirefox = {'ui.prefersReducedMotion': 1};

const launchers = {
  chromium: executablePath => chromeLauncher({launchOptions: {executablePath, args: chromiumArgs}}),
  firefox: executablePath =>
    chromeLauncher({
      // Over BiDi, so that no driver is needed.
      puppeteer: puppeteerCore,
      concurrency: 1,
      launchOptions: {browser: 'firefox', executablePath, extraPrefsFirefox},
    }),
  webkit: webkitLauncher,
};
const found = findBrowsers();
const wanted = process.env.BROWSERS?.split(',') ?? Object.keys(launchers);

/** An answer that leaves the browser on its page: for tests that submit a form. */
const noContent = (context, next) => {
  if (context.path !== '/no-content') return next();
  context.status = 204;
};

/** Answers with what was posted, byte by byte: for tests that compare how a form is posted. */
const echo = async (context, next) => {
  if (context.path !== '/echo') return next();
  const chunks = [];
  for await (const chunk of context.req) chunks.push(chunk);
  const {'content-type': type, accept} = context.headers;
  const body = Buffer.concat(chunks).toString('latin1');
  context.type = 'text/plain';
  context.body = JSON.stringify({method: context.method, url: context.url, type, accept, body});
};

/** Every test of a file runs with what fails it where the console is told something unexpected. */
const page = framework => `<!doctype html><html><head></head><body><script type="module">
  import '${framework}';
  import '/test/helpers/complaints.ts';
</script></body></html>`;

export default {
  files: sharedPages('ordinary'),
  nodeResolve: true,
  concurrency: 1,
  concurrentBrowsers: 3,
  plugins: [esbuildPlugin({ts: true, tsconfig: './tsconfig.json', target: 'es2022'})],
  browsers: wanted.filter(name => found[name]).map(name => launchers[name](found[name])),
  // Three engines share two cores here, and WebKit takes its keys one by one.
  testFramework: {config: {timeout: 20_000}},
  middleware: [noContent, echo],
  testRunnerHtml: page,
  // With `--coverage`. Chromium counts for all: what its tests run is what the others' run.
  coverageConfig: {
    include: ['src/**/*.ts'],
    // Counted with the sandbox.
    exclude: ['src/sandbox/**', 'src/stripe-js/**'],
    threshold: {lines: 95, branches: 95},
    reporters: ['text-summary'],
  },
  reporters: [defaultReporter(), totals()],
};

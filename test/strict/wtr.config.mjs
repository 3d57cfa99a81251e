import {fileURLToPath} from 'node:url';
import {chromeLauncher} from '@web/test-runner-chrome';
import {chromiumArgs} from '../engines/chromium-args.mjs';
import {findHeadlessChromium} from '../../.ci/browsers.mjs';
import ordinary from '../../web-test-runner.config.mjs';
import {sharedPages} from '../engines/shared-pages.mjs';
import {filesInPart, filesLeftOut} from './left-out.mjs';
import {pageOf, pages} from './pages.mjs';

const executablePath = findHeadlessChromium();
const groups = Object.keys(pages).map(kind => ({
  name: kind,
  files: sharedPages(kind, {leftOut: filesLeftOut(kind), apart: filesInPart(kind)}),
  // One each: pages that share a browser take the focus from each other.
  browsers: [chromeLauncher({launchOptions: {executablePath, args: chromiumArgs}})],
  testRunnerHtml: pageOf(kind),
}));

/** `npx wtr --config test/strict/wtr.config.mjs --group csp` runs one kind of page. */
export default {
  ...ordinary,
  // Each kind of page has its own.
  files: undefined,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  groups,
  browsers: groups.flatMap(({browsers}) => browsers),
  concurrentBrowsers: groups.length,
  plugins: [
    {
      // So that no test needs to know of these pages.
      name: 'fixtures',
      resolveImport({source, context}) {
        const isTest = /^\/test\/(?!strict\/)/.test(context.path);
        if (source === '@open-wc/testing' && isTest) return '/test/strict/testing.ts';
      },
    },
    ...ordinary.plugins,
  ],
};

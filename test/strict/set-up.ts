import '../helpers/page-policy.js';
import {testsLeftOut} from './left-out.mjs';

declare global {
  interface Window {
    /** Of `pages`. */
    readonly pageKind: string;
    /** What the runner runs in this page. */
    readonly __WTR_CONFIG__: {readonly testFile: string};
  }
}

const {pathname} = new URL(window.__WTR_CONFIG__.testFile, location.origin);
const titles = new Set(testsLeftOut(window.pageKind, pathname.slice(1)));

/** Breaks the page's policy on purpose. */
const provoke: Record<string, (element: Element) => void> = {
  csp: element => element.setAttribute('style', '--provoked: 1'),
  'trusted-types': element => {
    try {
      element.innerHTML = 'provoked';
    } catch {
      // As it must.
    }
  },
};

/** A policy tells of what broke it one after the other: once of this, it has told of everything before. */
async function allTold(): Promise<void> {
  const told = new Promise<void>(resolve => {
    const listen = ({sample}: SecurityPolicyViolationEvent) => {
      if (!sample.includes('provoked')) return;
      window.removeEventListener('securitypolicyviolation', listen);
      resolve();
    };
    window.addEventListener('securitypolicyviolation', listen);
  });
  provoke[window.pageKind]?.(document.createElement('i'));
  await told;
}

mocha.rootHooks({
  beforeEach(this: Mocha.Context) {
    if (titles.delete(this.currentTest?.fullTitle() ?? '')) return this.skip();
    // As Turbo does at each visit.
    if (window.pageKind === 'swapped') document.body.replaceWith(document.createElement('body'));
  },
  afterEach: () => (window.pageKind in provoke ? allTold() : undefined),
  afterAll() {
    if (titles.size) throw new Error(`There is no such test to leave out: ${[...titles].join()}`);
  },
});

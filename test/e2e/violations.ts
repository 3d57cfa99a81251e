import type {Page} from 'playwright-core';

/** Collects what a page does against its policy, as directive and address. Call before the page opens. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const violations: string[] = [];
  await page.exposeFunction('tell', (violation: string) => violations.push(violation));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
      const {tell} = window as unknown as {tell: (violation: string) => void};
      tell(`${effectiveDirective} ${blockedURI}`);
    });
  });
  return violations;
}

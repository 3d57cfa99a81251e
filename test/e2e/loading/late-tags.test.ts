import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {pay} from '../legacy/paying.js';
import {built, onlyPost, openSite, type OpenSite} from '../legacy/site.js';
import {closeBrowser} from '../stage.js';

after(closeBrowser);

const legacyButton = 'button.stripe-button-el';
const key = 'data-key="pk_test_1" data-amount="999"';

/** A form with its tag, written as the page's server or a plugin of it writes it. */
const form = (order: number, attributes: string) =>
  `<form method="post" action="/charge"><input name="order" value="${order}">
    <script class="stripe-button" ${key} ${attributes}></script></form>`;

/**
 * Runs delayed scripts when the page has come, one after the other, as loaders do that are put into pages by caches and
 * proxies. Written after what such loaders do: each leaves a copy in the script's place, which runs.
 * @param type how the page's scripts were made to wait, in front of their own type
 * @param keep true where a copy that does not run stays until the script has run
 */
const loader = (type: string, keep: boolean) => `<script>addEventListener('load', async () => {
  for (const script of document.querySelectorAll('script[type^="${type}"]')) {
    const copy = document.createElement('script');
    for (const {name, value} of script.attributes) copy.setAttribute(name, value);
    copy.type = script.type.slice(${type.length});
    copy.async = false;
    if (script.dataset.src) copy.src = script.dataset.src;
    const done = new Promise(resolve => (copy.onload = copy.onerror = resolve));
    if (${keep}) {
      script.before(copy);
      if (copy.src) await done;
      script.remove();
    } else {
      script.replaceWith(copy);
      if (copy.src) await done;
    }
  }
  document.dispatchEvent(new Event('DOMContentLoaded'));
  document.body.append('All have run.');
});</script>`;

const all = '<script src="/all.js"></script>';
const module = 'type="module" src="/pay-button.js"';

/** Pages with two buttons. */
const pages: Readonly<Record<string, string>> = {
  'Rocket Loader': `${form(1, 'type="c0ffee-text/javascript" src="/pay-button.js"')}
    ${form(2, 'type="c0ffee-text/javascript" src="/pay-button.js"')}${loader('c0ffee-', true)}`,
  'Rocket Loader, after a copy of the file that runs at once': `<script src="/pay-button.js"></script>
    ${form(1, 'type="c0ffee-text/javascript" src="/pay-button.js"')}
    ${form(2, 'type="c0ffee-" defer src="/pay-button.js"')}${loader('c0ffee-', true)}`,
  'a plugin that delays scripts': `${form(1, 'type="lazy/text/javascript" data-src="/pay-button.js"')}
    ${form(2, 'type="lazy/" data-src="/pay-button.js"')}${loader('lazy/', false)}`,
  'a plugin that delays and combines scripts': `${form(1, 'type="lazy/text/javascript"')}
    <script type="lazy/" src="/all.js"></script>${form(2, 'type="lazy/"')}${loader('lazy/', false)}`,
  'one file for all scripts, above emptied tags': `${all}${form(1, '')}${form(2, '')}`,
  'one file for all scripts, below emptied tags': `${form(1, '')}${form(2, '')}${all}`,
  'one file for all scripts, with defer': `<script src="/all.js" defer></script>${form(1, '')}${form(2, '')}`,
  'one file for all scripts, with async': `<script src="/all.js" async></script>${form(1, '')}${form(2, '')}`,
  'two modules': form(1, module) + form(2, module),
  'two modules, one of which comes later': `${form(1, module)}<main></main><script>
    addEventListener('load', () => setTimeout(() => {
      const range = document.createRange();
      document.querySelector('main').append(range.createContextualFragment(\`${form(2, module).replaceAll('</', '<\\/')}\`));
    }));</script>`,
  'an emptied tag that comes later': `${all}${form(1, '')}<main></main><script>
    addEventListener('load', () => {
      document.querySelector('main').innerHTML = \`${form(2, '').replaceAll('</', '<\\/')}\`;
    });</script>`,
  'two tags with defer':
    form(1, 'defer src="/pay-button.js"') + form(2, 'defer src="/pay-button.js"'),
};

const files = {
  '/all.js': `window.before = true;\n${built('/pay-button.js')};\nwindow.after = true;`,
};

describe('script tags by way of', {concurrency: 2}, () => {
  for (const [what, body] of Object.entries(pages)) {
    it(`${what} have one button each, which pays`, async t => {
      const site = await open(t, body);
      const {page} = site;
      await page.locator(legacyButton).nth(1).waitFor();
      if (body.includes('All have run')) await page.getByText('All have run.').waitFor();
      for (const form of await page.locator('form').all()) {
        assert.equal(await form.locator(legacyButton).count(), 1);
      }
      await page.locator(legacyButton).nth(1).click();
      await pay(page);
      const {body: posted} = await onlyPost(site);
      assert.match(posted, /^order=2&stripeToken=tok_/);
      assert.deepEqual(site.complaints, []);
    });
  }
});

function open(t: TestContext, body: string): Promise<OpenSite> {
  return openSite(t, {
    files: {...files, '/': `<!doctype html><html lang="en"><title>Shop</title><body>${body}`},
  });
}

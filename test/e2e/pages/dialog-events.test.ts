import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import type {Locator} from 'playwright-core';
import {closeBrowser} from '../stage.js';
import {button, form, library, Site, type SiteOptions} from './site.js';

after(closeBrowser);

/** Opens a page and its dialog. */
async function openDialog(
  t: TestContext,
  options: SiteOptions,
): Promise<{site: Site; email: Locator}> {
  const site = await Site.open(t, options);
  await site.openDialog();
  return {site, email: site.page.locator('pay-dialog').locator('[autocomplete=email]')};
}

/** A page around a form with the button, and scripts of which each stands for many. */
const page = (...scripts: string[]) =>
  form(button) + scripts.map(script => `<script>${script}</script>`).join('');

const counted = (type: string) =>
  `window.handled = 0; const spoil = event => { handled++; event.preventDefault(); };
  const types = ${JSON.stringify(type.split(' '))};`;
const atWindow = (type: string) =>
  `${counted(type)} for (const type of types) addEventListener(type, spoil, {passive: false});`;
const capturing = (type: string) =>
  `${counted(type)} for (const type of types) document.addEventListener(type, spoil, {capture: true, passive: false});`;

const handled = (site: Site) =>
  site.page.evaluate(() => (window as unknown as {handled: number}).handled);

describe('shortcuts of the page', {concurrency: 2}, () => {
  const shortcuts: Readonly<Record<string, Pick<SiteOptions, 'body' | 'head'>>> = {
    'hotkeys-js': {
      body: `${page('window.handled = 0')}<script type="module">
        import hotkeys from '/libs/hotkeys-js/dist/hotkeys-js.js';
        hotkeys.filter = ({target}) => !/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
        hotkeys('s,/,a,shift+/', event => { handled++; event.preventDefault(); });
      </script>`,
    },
    keymaster: {
      head: library('keymaster/keymaster.js'),
      body: page('window.handled = 0; key("s, /, a, shift+/", () => { handled++; return false; })'),
    },
    'a handler of every key': {body: page(atWindow('keydown keypress keyup beforeinput'))},
  };
  for (const [name, options] of Object.entries(shortcuts)) {
    it(`leave the e-mail address alone: ${name}`, async t => {
      const {site, email} = await openDialog(t, options);
      await email.focus();
      await site.page.keyboard.type('sophie/a?b@example.com');
      assert.equal(await email.inputValue(), 'sophie/a?b@example.com');
      assert.equal(await handled(site), 0);
      await site.page.keyboard.press('Escape');
      await site.dialogGone();
      // The page has its shortcuts back.
      await site.page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await site.page.keyboard.press('s');
      assert.notEqual(await handled(site), 0);
    });
  }

  it('do not spoil what is typed where they capture at the document', async t => {
    const {site, email} = await openDialog(t, {body: page(capturing('keydown beforeinput'))});
    await email.focus();
    await site.page.keyboard.type('sophie@example.com');
    assert.equal(await email.inputValue(), 'sophie@example.com');
    await site.page.keyboard.press('Escape');
    await site.dialogGone();
  });
});

describe('a page that forbids to copy', {concurrency: 2}, () => {
  const types = 'copy cut paste contextmenu selectstart dragstart mousedown keydown';
  for (const [where, script] of Object.entries({
    'at the window': atWindow(types),
    'by listeners that capture': capturing(types),
  })) {
    it(`lets people select, cut and paste in the dialog: ${where}`, async t => {
      const {site, email} = await openDialog(t, {body: page(script)});
      await email.click();
      await site.page.keyboard.type('ab');
      await site.page.keyboard.press('Control+a');
      await site.page.keyboard.press('Control+x');
      assert.equal(await email.inputValue(), '');
      await site.page.keyboard.press('Control+v');
      await site.page.keyboard.press('Control+v');
      assert.equal(await email.inputValue(), 'abab');
    });
  }
});

describe('a page that scrolls by itself', {concurrency: 2}, () => {
  const tall = (script: string) => `<div style="block-size: 3000px">${page(script)}</div>`;
  const lenis = {head: library('lenis/dist/lenis.min.js')};
  const flat = {viewport: {width: 1000, height: 300}};
  const phone = {
    viewport: {width: 390, height: 300},
    hasTouch: true,
    isMobile: true,
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1',
  };
  const mouse: Readonly<Record<string, SiteOptions>> = {
    Lenis: {...lenis, body: tall('new Lenis({autoRaf: true})')},
    'a handler of the wheel': {body: tall(atWindow('wheel mousewheel'))},
    'a handler of the wheel that captures': {body: tall(capturing('wheel mousewheel'))},
  };
  const narrow = '<meta name="viewport" content="width=device-width">';
  const touch: Readonly<Record<string, SiteOptions>> = {
    Lenis: {
      head: narrow + lenis.head,
      body: tall('new Lenis({autoRaf: true, syncTouch: true})'),
    },
    'body-scroll-lock': {
      head: `${narrow}<script>Object.defineProperty(navigator, 'platform', {value: 'iPhone'})</script>
        ${library('body-scroll-lock/lib/bodyScrollLock.min.js')}`,
      body: tall('bodyScrollLock.disableBodyScroll(document.querySelector("form"))'),
    },
    'a handler of touches': {head: narrow, body: tall(atWindow('touchstart touchmove'))},
    'a handler of touches that captures': {head: narrow, body: tall(capturing('touchmove'))},
  };

  async function turnWheel({page}: Site): Promise<void> {
    await page.mouse.move(500, 200);
    await page.mouse.wheel(0, 150);
  }

  async function swipe({page}: Site): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: {x: number; y: number}[]
    ) => session.send('Input.dispatchTouchEvent', {type, touchPoints});
    await touch('touchStart', {x: 195, y: 200});
    for (let y = 190; y > 40; y -= 10) await touch('touchMove', {x: 195, y});
    await touch('touchEnd');
  }

  for (const [source, pages, device, scroll] of [
    ['wheel', mouse, flat, turnWheel],
    ['finger', touch, phone, swipe],
  ] as const) {
    for (const [name, options] of Object.entries(pages)) {
      it(`leaves the dialog to the ${source}: ${name}`, async t => {
        const {site} = await openDialog(t, {...options, device});
        await scroll(site);
        await site.page.waitForFunction(() => {
          const dialog = document.querySelector('pay-dialog')?.shadowRoot?.querySelector('dialog');
          return (dialog?.scrollTop ?? 0) > 100;
        });
        assert.equal(await site.page.evaluate(() => scrollY), 0);
      });
    }
  }
});

describe('what the page closes at a click beside it', {concurrency: 2}, () => {
  const drawer = `<div id="drawer">${form(button)}</div>`;
  const closers: Readonly<Record<string, SiteOptions>> = {
    Alpine: {
      body: `<div x-data="{open: true}"><template x-if="open">
        <div id="drawer" @click.outside="open = false">${form(button)}</div></template></div>
        <script defer src="/libs/alpinejs/dist/cdn.js"></script>`,
    },
    'handlers at the document': {
      body: `${drawer}<script>
        for (const type of ['pointerdown', 'mousedown', 'click', 'focusin']) {
          document.addEventListener(type, ({target}) => {
            if (!drawer.contains(target)) drawer.remove();
          });
        }
      </script>`,
    },
  };
  for (const [name, options] of Object.entries(closers)) {
    it(`stays open while people use the dialog: ${name}`, async t => {
      const {site, email} = await openDialog(t, options);
      await email.click();
      await site.page.locator('pay-dialog').locator('.foot').click();
      assert.equal(await site.page.locator('#drawer').count(), 1);
      await site.pay();
      await site.heading('Thanks');
    });
  }
});

describe('a page that guards a form from being left', () => {
  it('takes nothing typed into the dialog for a change of its form', async t => {
    const tag =
      '<script src="/pay-button.js" class="stripe-button" data-key="pk_test_pages" data-amount="999" data-name="Shop"></script>';
    const site = await Site.open(t, {
      body: `${form(tag)}<script>
        let dirty = false;
        for (const type of ['input', 'change', 'keyup']) document.addEventListener(type, () => dirty = true);
        addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
      </script>`,
    });
    const questions: string[] = [];
    site.page.on('dialog', dialog => {
      questions.push(dialog.type());
      void dialog.accept();
    });
    await site.openDialog('.stripe-button-el');
    await site.page
      .locator('pay-dialog')
      .locator('[autocomplete=email]')
      .pressSequentially('a@b.c');
    await site.pay();
    await site.heading('Thanks');
    assert.deepEqual(questions, []);
  });
});

describe('a trap for the focus', {concurrency: 2}, () => {
  const traps: Readonly<Record<string, SiteOptions>> = {
    'focus-trap': {
      head:
        library('tabbable/dist/index.umd.min.js') +
        library('focus-trap/dist/focus-trap.umd.min.js'),
      body: `<div id="trap" tabindex="-1">${form(`<input name="size" aria-label="Size">${button}`)}</div>
        <script>focusTrap.createFocusTrap('#trap', {fallbackFocus: '#trap'}).activate()</script>`,
    },
    'a handler that captures': {
      body: `<div id="trap">${form(`<input name="size" aria-label="Size">${button}`)}</div><script>
        const pull = event => {
          if (trap.contains(event.target)) return;
          event.preventDefault();
          event.stopImmediatePropagation();
          trap.querySelector('input').focus();
        };
        for (const type of ['focus', 'focusin', 'mousedown', 'keydown', 'click']) {
          document.addEventListener(type, pull, true);
        }
      </script>`,
    },
  };
  for (const [name, options] of Object.entries(traps)) {
    it(`lets people use the dialog by mouse and keys: ${name}`, async t => {
      const {site, email} = await openDialog(t, options);
      const {keyboard} = site.page;
      await email.click();
      await keyboard.type('ada@example.com');
      assert.equal(await email.inputValue(), 'ada@example.com');
      await keyboard.press('Shift+Tab');
      await keyboard.press('Tab');
      const focused = await site.page.evaluate(
        () => document.querySelector('pay-dialog')?.shadowRoot?.activeElement?.id,
      );
      assert.equal(focused, 'email');
      await site.page.locator('pay-dialog').getByRole('button', {name: 'Close'}).click();
      await site.dialogGone();
      await site.openDialog();
      await site.pay();
      await site.heading('Thanks');
    });
  }
});

describe('FastClick', () => {
  it('lets people tap the button, and fields and buttons of the dialog', async t => {
    const site = await Site.open(t, {
      head: library('fastclick/lib/fastclick.js'),
      body: page('FastClick.attach(document.body)'),
      device: {
        viewport: {width: 390, height: 800},
        hasTouch: true,
        isMobile: true,
        userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1',
      },
    });
    await site.page.waitForFunction(() => customElements.get('pay-button') !== undefined);
    await site.page.locator('pay-button').tap();
    await site.reach('ready');
    const dialog = site.page.locator('pay-dialog');
    const email = dialog.locator('[autocomplete=email]');
    await email.tap();
    await site.page.keyboard.type('ada@example.com');
    assert.equal(await email.inputValue(), 'ada@example.com');
    await dialog.locator('.pay').tap();
    await site.reach('refused');
    await dialog.getByRole('button', {name: 'Close'}).tap();
    await site.dialogGone();
  });
});

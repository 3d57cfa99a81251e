import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeBrowser} from '../stage.js';
import {done, doneHere, html, redirect, refused, thanks, type Answer} from './answers.js';
import {library, Site} from './site.js';
import {bundle, chargeModule, snippets} from './snippets.js';

after(closeBrowser);

const mounts = {
  react: `import {createRoot} from 'react-dom/client';
    import {Checkout} from './Checkout';
    createRoot(document.querySelector('#app')).render(<Checkout />);`,
  vue: `import {createApp} from 'vue';
    import Checkout from './Checkout';
    createApp(Checkout).mount('#app');`,
  svelte: `import {mount} from 'svelte';
    import Checkout from './Checkout';
    mount(Checkout, {target: document.querySelector('#app')});`,
};

/** A page with one component, which a stack's own compiler has made a script of. */
async function openComponent(
  t: TestContext,
  component: string,
  type: Parameters<typeof bundle>[1],
  mount: string,
) {
  const script = await bundle(component, type, mount);
  return Site.open(t, {
    body: '<div id="app"></div><script type="module" src="/app.js"></script>',
    files: {'/app.js': script},
    answers: [refused, doneHere],
    bundled: true,
  });
}

/** Pays by a declined card, then by another one: the dialog says each. */
async function paysAtSecondTry(site: Site): Promise<void> {
  await site.openAndPay();
  await site.says(/not enough money/);
  assert.equal(site.wasToldPaid, false);
  await site.pay();
  await site.heard(/^result paid/);
  assert.equal(site.server.posts.length, 2);
  assert.equal(new Set(site.server.credentials).size, 2);
  assert.equal(site.server.posts[0]?.fields.get('order'), '1001');
}

/** The React component that has the form's action in a state hook, as many pages do. */
const withActionState = `
  import 'pay-button';
  import {useActionState, useRef} from 'react';
  import {charge} from './charge.js';
  export function Checkout() {
    const button = useRef(null);
    const [answer, pay] = useActionState(async (previous, data) => {
      const answer = await charge(data);
      button.current.complete(answer);
      return answer;
    }, null);
    return <form action={pay}>
      <input type="hidden" name="order" value="1001" />
      <p>{answer?.status}</p>
      <pay-button ref={button} data-key="pk_test_pages" data-amount="999" data-email="" />
    </form>;
  }`;

describe('the snippets for components', {concurrency: 2}, () => {
  const [action = '', onSubmit = ''] = snippets('React');
  const [vue = ''] = snippets('Vue');
  const [svelte = ''] = snippets('Svelte');
  const components = [
    ['React’s form action', action, 'jsx', mounts.react],
    ['React’s onSubmit', onSubmit, 'jsx', mounts.react],
    ['React’s useActionState', withActionState, 'jsx', mounts.react],
    ['Vue', vue, 'vue', mounts.vue],
    ['Svelte', svelte, 'svelte', mounts.svelte],
  ] as const;
  for (const [name, component, type, mount] of components) {
    it(`${name}: a declined card is said, and the second try is paid`, async t => {
      await paysAtSecondTry(await openComponent(t, component, type, mount));
    });
  }

  it('React’s form action: the dialog is up until the server has answered', async t => {
    const site = await openComponent(t, action, 'jsx', mounts.react);
    site.server.hold();
    await site.openAndPay();
    await site.server.arrived();
    assert.equal(await site.state(), 'delivering');
    site.server.release();
    await site.reach('refused');
  });
});

describe('the snippets for pages', {concurrency: 2}, () => {
  const files = {'/charge.js': chargeModule};
  const open = (t: TestContext, body: string, head: string, answers: readonly Answer[]) =>
    Site.open(t, {body, head, answers, files});
  const jquery = library('jquery/dist/jquery.js');

  it('Alpine: a declined card is said, and the second try is paid', async t => {
    const [body = ''] = snippets('Alpine');
    const head = '<script src="/libs/alpinejs/dist/cdn.js" defer></script>';
    await paysAtSecondTry(await open(t, body, head, [refused, doneHere]));
  });

  const libraries = {
    htmx2: library('htmx2/dist/htmx.js'),
    htmx4: library('htmx.org/dist/htmx.js'),
    turbo: library('@hotwired/turbo/dist/turbo.es2017-umd.js'),
  };
  const [htmxFetch = '', htmx2 = '', htmx4 = ''] = snippets('htmx');
  const [turboFetch = '', turboStream = ''] = snippets('Turbo');
  for (const [name, head, body] of [
    ['htmx 2', libraries.htmx2, htmxFetch],
    ['htmx 4', libraries.htmx4, htmxFetch],
    ['Turbo', libraries.turbo, turboFetch],
  ] as const) {
    it(`${name}, with the post left to the dialog`, async t => {
      const site = await open(t, body, head, [refused, done]);
      await site.openAndPay();
      await site.says(/not enough money/);
      await site.pay();
      await site.heading('Thanks');
      assert.equal(new Set(site.server.credentials).size, 2);
    });
  }

  for (const [name, head, body] of [
    ['htmx 2', libraries.htmx2, htmx2],
    ['htmx 4', libraries.htmx4, htmx4],
  ] as const) {
    it(`${name} posts, and each answer is said`, async t => {
      const site = await open(t, body, head, [html(402, 'No'), html(200, 'Yes')]);
      await site.openAndPay();
      await site.reach('refused');
      await site.pay();
      await site.heard(/^result paid/);
      assert.equal(new Set(site.server.credentials).size, 2);
    });

    it(`${name} fails to post: nobody says that nothing was charged`, async t => {
      const site = await open(t, body, head, [html(500, 'Oops')]);
      await site.openAndPay();
      await site.reach('unconfirmed');
      assert.equal(site.wasToldPaid, false);
    });
  }

  it('Turbo posts and gets a stream', async t => {
    const type = {'content-type': 'text/vnd.turbo-stream.html'};
    const answers = [
      {status: 402, headers: type, body: ''},
      {status: 200, headers: type, body: ''},
    ];
    const site = await open(t, turboStream, libraries.turbo, answers);
    await site.openAndPay();
    await site.reach('refused');
    await site.pay();
    await site.heard(/^result paid/);
    assert.equal(new Set(site.server.credentials).size, 2);
  });

  const [validated = '', own = ''] = snippets('jQuery');

  it('jQuery Validate with a handler that submits', async t => {
    const head = jquery + library('jquery-validation/dist/jquery.validate.js');
    const site = await open(t, validated, head, [redirect]);
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(site.server.posts.length, 1);
    assert.notEqual(await site.leftWhile(), 'closed');
  });

  it('jQuery’s own post: a declined card is said, and the second try is paid', async t => {
    await paysAtSecondTry(await open(t, own, jquery, [refused, doneHere]));
  });

  it('a captcha', async t => {
    const [body = ''] = snippets('A captcha');
    const head = '<script>window.solveCaptcha = async () => "solved"</script>';
    const site = await open(t, body, head, [thanks]);
    await site.openAndPay();
    await site.heading('Thanks');
    assert.equal(site.server.posts[0]?.fields.get('captcha'), 'solved');
    assert.equal(site.server.posts.length, 1);
  });
});

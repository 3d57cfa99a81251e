import assert from 'node:assert/strict';
import {test} from 'node:test';
import {html} from '../../demo/shop/pages/html.js';
import {get, order, product, startShop} from './shop.js';

test('what is put in is escaped, in text and in attributes', () => {
  const nasty = `<img src=x onerror="alert('1')">&amp;`;
  assert.equal(
    html`<p title="${nasty}">${nasty}</p>`.toString(),
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;">' +
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;</p>',
  );
});

test('HTML that the tag made goes in as it is, alone or as a list', () => {
  const words = ['a', '<b>'].map(word => html`<i>${word}</i>`);
  assert.equal(
    html`<p>${words} ${html`<b>c</b>`} ${1}</p>`.toString(),
    '<p><i>a</i><i>&lt;b&gt;</i> <b>c</b> 1</p>',
  );
});

test('an order with markup in its product shows it as text', async t => {
  const shop = await startShop(t);
  const name = '"><script>alert(1)</script>';
  const {session} = await order(shop);
  const nasty = {...product('widget'), name, description: name};
  const {id} = await shop.orders.create(nasty, session);

  const page = await (await get(shop, `/orders/${id}`)).text();

  assert.doesNotMatch(page, /<script>alert/);
  assert.ok(page.includes('data-name="&quot;&gt;&lt;script&gt;'));
});

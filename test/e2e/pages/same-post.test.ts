import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {closeBrowser, listen} from '../stage.js';
import {done, doneHere, redirect} from './answers.js';
import type {Post} from './server.js';
import {button, fetchButton, form, Site} from './site.js';

after(closeBrowser);

/** Returns what the server got, without what differs in each post. */
function comparable({path, headers, body}: Post) {
  const type = headers['content-type'] ?? '';
  const [, boundary = '-'] = /boundary=(.*)/.exec(type) ?? [];
  return {
    path,
    type: type.replace(boundary, 'BOUNDARY').replace(/;charset=UTF-8$/i, ''),
    body: body.replaceAll(boundary, 'BOUNDARY').replaceAll(/tok_\w+/g, 'TOKEN'),
  };
}

/** Pages whose forms a browser posts in its own ways; `BUTTON` stands for the button. */
const pages: Readonly<Record<string, {html: string; path?: string}>> = {
  'no action, under a base': {html: '<base href="/app/"><form method="post">BUTTON</form>'},
  'an empty action, under a base': {
    html: '<base href="/app/"><form method="post" action="">BUTTON</form>',
  },
  'no action, at an address with a query': {
    html: '<form method="post">BUTTON</form>',
    path: '/shop.html',
  },
  'an action under a base': {
    html: '<base href="/app/"><form method="post" action="charge">BUTTON</form>',
  },
  'an action that is a query': {
    html: '<base href="/app/"><form method="post" action="?a=1">BUTTON</form>',
  },
  'an action with a fragment': {html: '<form method="post" action="/charge#top">BUTTON</form>'},
  'lines, spaces and signs': {
    html: `<form method="post" action="/charge"><textarea name="note">a\nb &amp; c=d + é 漢\n</textarea>
      <input name="a b" value="*~'()!">BUTTON</form>`,
  },
  'line ends in hidden fields and names': {
    html: `<form method="post" action="/charge"><input type="hidden" name="x&#10;y" value="a&#13;b&#10;c">BUTTON</form>`,
  },
  _charset_: {
    html: '<form method="post" action="/charge"><input type="hidden" name="_charset_">BUTTON</form>',
  },
  dirname: {
    html: '<form method="post" action="/charge"><input name="note" value="hi" dirname="note.dir" dir="rtl">BUTTON</form>',
  },
  'multipart/form-data': {
    html: `<form method="post" action="/charge" enctype="multipart/form-data">
      <input name="order" value="1&#10;2"><input type="file" name="picture">BUTTON</form>`,
  },
  'text/plain': {
    html: `<form method="post" action="/charge" enctype="text/plain"><input name="order" value="a b">
      <textarea name="note">x\ny</textarea>BUTTON</form>`,
  },
  'controls that do not count': {
    html: `<form method="post" action="/charge"><input name="off" value="1" disabled><input type="checkbox" name="box">
      <input type="checkbox" name="on" checked><button name="other" value="1">Other</button>
      <select name="many" multiple><option selected>1<option selected>2</select>
      <fieldset disabled><input name="in" value="1"></fieldset><input value="nameless">BUTTON</form>`,
  },
  'controls outside of the form': {
    html: '<form id="f" method="post" action="/charge">BUTTON</form><input form="f" name="order" value="7">',
  },
};

describe('the dialog posts what the browser would have posted', {concurrency: 2}, () => {
  for (const [what, {html, path}] of Object.entries(pages)) {
    it(what, async t => {
      const [native, fetched] = await Promise.all(
        [
          {tag: button, answer: redirect},
          {tag: fetchButton, answer: done},
        ].map(async ({tag, answer}) => {
          const body = html.replace('BUTTON', tag);
          const site = await Site.open(t, {body, path, answers: [answer]});
          if (path) await site.page.goto(`${site.server.origin}${path}?q=1#hash`);
          await site.openAndPay();
          await site.server.arrived();
          const [post] = site.server.posts;
          assert.ok(post);
          return comparable(post);
        }),
      );
      assert.deepEqual(fetched, native);
    });
  }

  const submitters: Readonly<Record<string, string>> = {
    'a name and a value': 'name="way" value="card"',
    'an address of its own': 'formaction="/other?x=1"',
    'an encoding of its own': 'formenctype="multipart/form-data"',
    'no check of the fields': 'formnovalidate',
  };
  for (const [what, attributes] of Object.entries(submitters)) {
    it(`as by a submit button in the slot that has ${what}`, async t => {
      const [native, fetched] = await Promise.all(
        [
          {tag: button, answer: redirect},
          {tag: fetchButton, answer: done},
        ].map(async ({tag, answer}) => {
          const own = `<button slot="button" type="submit" ${attributes}>Buy</button>`;
          const slotted = tag.replace('></', `>${own}</`);
          const required = what.includes('check') ? '<input name="city" required>' : '';
          const body = `<form method="post" action="/charge">${required}${slotted}</form>`;
          const site = await Site.open(t, {body, answers: [answer]});
          await site.openDialog('pay-button button');
          await site.pay();
          await site.server.arrived();
          const [post] = site.server.posts;
          assert.ok(post);
          return comparable(post);
        }),
      );
      assert.deepEqual(fetched, native);
    });
  }
});

describe('a post that the dialog cannot make like the browser', {concurrency: 2}, () => {
  it('in another encoding than UTF-8 is warned about before anyone pays', async t => {
    const site = await Site.open(t, {body: form(fetchButton, 'accept-charset="shift_jis"')});
    await site.openDialog();
    assert.ok(
      site.console.some(line => /^warning: .*UTF-8/.test(line)),
      site.console.join('\n'),
    );
  });

  for (const status of [307, 308, 303]) {
    it(`that is redirected by ${status} to another origin does not take the credential along`, async t => {
      const taken: string[] = [];
      const other = await listen(t, (request, response) => {
        let body = '';
        request.on('data', chunk => (body += String(chunk)));
        request.on('end', () => {
          taken.push(`${request.method} ${body}`);
          response.writeHead(200, {'access-control-allow-origin': '*'}).end('{"status":"done"}');
        });
      });
      const headers = {location: `${other}/charge`};
      const site = await Site.open(t, {body: form(fetchButton), answers: [{status, headers}]});
      await site.openAndPay();
      await site.reach('unconfirmed');
      assert.equal(site.wasToldPaid, false);
      assert.deepEqual(taken, []);
      assert.ok(
        site.console.some(line => line.startsWith('error: ')),
        site.console.join('\n'),
      );
    });
  }

  it('that is redirected on its own origin is followed', async t => {
    const site = await Site.open(t, {
      body: form(fetchButton),
      answers: [{status: 307, headers: {location: '/charge2'}}, doneHere],
    });
    await site.openAndPay();
    await site.heard(/^result paid/);
    assert.deepEqual(
      site.server.posts.map(({path}) => path),
      ['/charge', '/charge2'],
    );
  });
});

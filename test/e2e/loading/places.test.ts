import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeEngines, engines} from '../engines/engines.js';
import {built} from '../legacy/site.js';
import {listen} from '../stage.js';

after(closeEngines);

/** A console that the page can read, since not all engines tell theirs; and a mark of what was asked where. */
const watching = `<script>
  window.said = [];
  console.error = message => void window.said.push(String(message));
</script>`;

const button = '<pay-button data-key="pk_test_1" data-locale="ja"></pay-button>';

/** The path of a file of the release; nothing for other addresses. */
const home = '/assets/pay@1.(2)/';

interface Place {
  /** A page, by the origin of a second server. */
  readonly page: (cdn: string) => string;
  /** True where the file comes from that server. */
  readonly isCdn?: boolean;
}

/** A script of the page that fetches the file and runs its text. */
const fetched = (run: string) =>
  `<script>fetch('${home}pay-button.js').then(file => file.text()).then(text => { ${run} });</script>`;
const injected = `const script = document.createElement('script');
  script.text = text;
  document.head.append(script);`;
const blob = `const file = new Blob([text], {type: 'text/javascript'});
  document.head.append(Object.assign(document.createElement('script'),
    {src: URL.createObjectURL(file)}));`;

const places: Readonly<Record<string, Place>> = {
  'a tag': {page: () => `<script src="${home}pay-button.js?v=1:2"></script>`},
  'a tag for another origin': {
    page: cdn => `<script src="${cdn}${home}pay-button.js"></script>`,
    isCdn: true,
  },
  'a tag before a <base>': {
    page: cdn =>
      `<script src="${home.slice(1)}pay-button.js" async></script><base href="${cdn}/else/">`,
  },
  'a module': {page: () => `<script type="module" src="${home}pay-button.js"></script>`},
  'a module of another origin, beside images of its name': {
    page: cdn => `<script type="module" src="${cdn}${home}pay-button.js"></script>
      <img src="/else/pay-button.js" alt=""><img src="${cdn}/else/pay-button.js" alt="">`,
    isCdn: true,
  },
  'a module that another one imports': {
    page: cdn => `<script type="module">import '${cdn}${home}pay-button.js';</script>`,
    isCdn: true,
  },
  'a module on a page that hides stacks': {
    page: cdn => `<script>Error.stackTraceLimit = 0;</script>
      <script type="module" src="${cdn}${home}pay-button.js"></script>`,
    isCdn: true,
  },
  'a script that the page inserts': {
    page: cdn => `<script>
      document.head.append(Object.assign(document.createElement('script'),
        {src: '${cdn}${home}pay-button.js'}));
    </script>`,
    isCdn: true,
  },
  'a script in a shadow root': {
    page: () => `<div></div><script>
      const script = document.createElement('script');
      script.src = '${home}pay-button.js';
      document.querySelector('div').attachShadow({mode: 'open'}).append(script);
    </script>`,
  },
  'one file with other scripts': {page: () => `<script src="${home}all.js"></script>`},
  'text that the page evaluates': {page: () => fetched('(0, eval)(text);')},
  'text that becomes a function': {page: () => fetched('new Function(text)();')},
  'text that becomes a script': {page: () => fetched(injected)},
  'text that becomes a blob': {page: () => fetched(blob)},
};

/** Nothing tells where these files came from. */
const nowhere: Readonly<Record<string, string>> = {
  'a data: address': `<script src="data:text/javascript;base64,${Buffer.from(
    built('/pay-button.js'),
  ).toString('base64')}"></script>`,
  'the page itself': `<script>${built('/pay-button.js')}</script>`,
  'a module in the page itself': `<script type="module">${built('/pay-button.js')}</script>`,
};

async function serve(t: TestContext, page: (cdn: string) => string) {
  const asked: string[] = [];
  const start = (cdn?: string) =>
    listen(t, (request, response) => {
      const {pathname} = new URL(request.url ?? '', 'http://localhost');
      const file = pathname.startsWith(home) ? pathname.slice(home.length) : undefined;
      if (/locales/.test(pathname)) asked.push(`${request.headers.host}${pathname}`);
      response.setHeader('access-control-allow-origin', '*');
      if (pathname === '/' && cdn) {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(
          `<!doctype html><html lang="en"><title>Shop</title>${watching}${page(cdn)}<body>${button}`,
        );
      } else if (file) {
        response.setHeader('content-type', 'text/javascript');
        response.end(
          file === 'all.js'
            ? `window.first = 1;\n${built('/pay-button.js')};window.last = 2;`
            : built(`/${file}`),
        );
      } else response.writeHead(404).end();
    });
  const cdn = (await start()).replace('localhost', '127.0.0.1');
  return {origin: await start(cdn), cdn, asked};
}

const label = `document.querySelector('pay-button')?.shadowRoot?.querySelector('button')?.textContent`;

for (const {name, missing, open} of engines) {
  describe(`${name}: the parts of a file that came by`, {skip: missing}, () => {
    for (const [what, {page, isCdn}] of Object.entries(places)) {
      it(`${what} come from beside it`, async t => {
        const {origin, cdn, asked} = await serve(t, page);
        const tab = await open(t);
        await tab.goto(origin);
        await tab.waitFor(`return ${label}?.includes('カードで支払う') || window.said.length > 0`);
        assert.deepEqual(await tab.evaluate('return window.said'), []);
        assert.deepEqual(asked, [`${new URL(isCdn ? cdn : origin).host}${home}locales/ja.js`]);
      });
    }

    for (const [what, page] of Object.entries(nowhere)) {
      it(`${what} are asked for nowhere, and the console says why`, async t => {
        const {origin, asked} = await serve(t, () => page);
        const tab = await open(t);
        await tab.goto(origin);
        await tab.waitFor('return window.said.length > 0');
        const [said] = (await tab.evaluate('return window.said')) as string[];
        assert.match(said ?? '', /pay-button: locales\/ja\.js cannot be loaded.* own address/);
        assert.deepEqual(asked, []);
        await tab.waitFor(`return ${label}?.includes('Pay with Card')`);
      });
    }
  });
}

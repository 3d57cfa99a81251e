import assert from 'node:assert/strict';
import {after, describe, it, type TestContext} from 'node:test';
import {closeEngines, engines} from '../engines/engines.js';
import {built} from '../legacy/site.js';
import {listen} from '../stage.js';

after(closeEngines);

/** A console that the page can read, since not all engines tell theirs. */
const watching = `window.said = [];
  console.error = message => void window.said.push(String(message));`;

interface Cause {
  /** The server's answer for the part. */
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  /** The script's origin does not allow others to read it. */
  readonly isElsewhere?: boolean;
  readonly policy?: string;
  readonly says: RegExp;
}

const causes: Readonly<Record<string, Cause>> = {
  'is missing': {status: 404, says: /ja\.js\S+ is not there: its server answers 404\./},
  'has another type': {type: 'text/plain', says: /is served as "text\/plain"/},
  'has no type': {type: '', says: /is served as ""/},
  'has been cut off': {body: 'export const words = {', says: /Probably something has changed it/},
  'is of another release': {body: 'export const texts = {};', says: /is not of this release\./},
  'is of another origin': {isElsewhere: true, says: /Access-Control-Allow-Origin/},
  'is blocked by the policy': {
    policy: "script-src 'unsafe-inline' http://localhost:*/pay-button.js",
    says: /is blocked by the page’s Content-Security-Policy\. Allow http:\/\/localhost:\d+ in its script-src/,
  },
  'is missing where the policy hides why': {
    status: 404,
    policy: "connect-src 'none'",
    says: /Why cannot be found out: .* connect-src/,
  },
};

async function serve(t: TestContext, {status = 200, type, body, isElsewhere, policy}: Cause) {
  const start = (scripts = '') =>
    listen(t, (request, response) => {
      const {pathname} = new URL(request.url ?? '', 'http://localhost');
      if (policy) response.setHeader('content-security-policy', policy);
      if (pathname.startsWith('/locales/')) {
        const contentType = type ?? 'text/javascript';
        response.writeHead(status, contentType ? {'content-type': contentType} : {});
        response.end(body ?? built(pathname));
      } else if (pathname.endsWith('.js')) {
        response.writeHead(200, {'content-type': 'text/javascript'}).end(built(pathname));
      } else {
        response.writeHead(200, {'content-type': 'text/html; charset=utf-8'});
        response.end(`<!doctype html><html lang="en"><title>Shop</title>
          <script>${watching}</script><script src="${scripts}/pay-button.js"></script>
          <pay-button data-key="pk_test_1" data-locale="ja"></pay-button>`);
      }
    });
  return start(isElsewhere ? await start() : '');
}

for (const {name, missing, open} of engines) {
  describe(`${name}: the console names the cause where a part`, {skip: missing}, () => {
    for (const [what, cause] of Object.entries(causes)) {
      it(what, async t => {
        const tab = await open(t);
        await tab.goto(await serve(t, cause));
        await tab.waitFor('return window.said.length > 0');
        const said = (await tab.evaluate('return window.said')) as string[];
        assert.equal(said.length, 1);
        assert.match(said[0] ?? '', /^pay-button: http:\/\/localhost:\d+\/locales\/ja\.js\?/);
        assert.match(said[0] ?? '', cause.says);
      });
    }
  });
}

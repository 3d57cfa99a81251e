import type {IncomingMessage} from 'node:http';
import {readFileSync} from 'node:fs';
import type {Sandbox} from 'pay-button/sandbox';
import {listen, type Owner} from './stage.js';

const dist = new URL('../../dist/', import.meta.url);

/** What the widget is served with: itself, and what it fetches on demand. */
const widgetFile =
  /^\/((?:locales\/[\w-]+|pay-button|addresses|checkoutjs|confirm|products|parts)\.js)/;

/** A body that was posted, and where to. */
export interface Post {
  path: string;
  fields: URLSearchParams;
}

/** A merchant's page of the test's own making, on a server that answers every post with thanks. */
export function servePage(t: Owner, sandbox: Sandbox, body: string) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
    <script src="${sandbox.origin}/endive/stripe.js"></script>
    <script src="/pay-button.js" async></script>
    <body>${body}`;
  return servePages(t, () => html);
}

/** Pages by their paths. */
export async function servePages(t: Owner, pageAt: (path: string) => string) {
  const posts: Post[] = [];
  const origin = await listen(t, (request, response) => {
    const [, file] = widgetFile.exec(request.url ?? '') ?? [];
    if (file) {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(new URL(file, dist)));
      return;
    }
    response.setHeader('content-type', 'text/html');
    if (request.method === 'GET') {
      response.end(pageAt(request.url ?? ''));
      return;
    }
    void readBody(request).then(text => {
      posts.push({path: request.url ?? '', fields: new URLSearchParams(text)});
      response.end('<!doctype html><title>Thanks</title><h1>Thanks</h1>');
    });
  });
  return {origin, posts};
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

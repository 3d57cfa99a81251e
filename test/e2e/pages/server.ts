import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import type {IncomingHttpHeaders, IncomingMessage, ServerResponse} from 'node:http';
import {extname} from 'node:path';
import {text} from 'node:stream/consumers';
import {built} from '../legacy/site.js';
import {listen, type Owner} from '../stage.js';
import {allowsAnotherCard, html, thanks, type Answer} from './answers.js';

/** A request with a body, as the server got it. */
export interface Post {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The credential in the body; undefined where there is none. */
  readonly credential: string | undefined;
  /** The fields of a body in the encoding of plain forms. */
  readonly fields: URLSearchParams;
}

export interface SiteFiles {
  /** Pages by their path, and scripts where the path ends in `.js`. */
  readonly files: Readonly<Record<string, string>>;
  /** The answers to posts, in their order; the last one answers all later posts as well. */
  readonly answers?: readonly Answer[];
}

const libraries = new URL('../../../node_modules/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A merchant's server: pages, the widget's files, libraries under `/libs/`, and scripted answers to posts. */
export class Server {
  readonly origin: string;
  readonly posts: Post[] = [];
  /** Answers that were sent, one for each post. */
  readonly #sent: Answer[] = [];
  readonly #arrivals = new EventEmitter();
  readonly #held: (() => void)[] = [];
  #holds = false;

  private constructor(origin: string) {
    this.origin = origin;
  }

  static async start(t: Owner, {files, answers = [thanks]}: SiteFiles): Promise<Server> {
    const origin = await listen(t, (request, response) => {
      if (request.method === 'GET') sendFile(request, response, files);
      else void server.#take(request, response, answers);
    });
    const server = new Server(origin);
    return server;
  }

  get credentials(): (string | undefined)[] {
    return this.posts.map(({credential}) => credential);
  }

  /** Keeps posts waiting for their answers until `release()`. */
  hold(): void {
    this.#holds = true;
  }

  release(): void {
    this.#holds = false;
    for (const send of this.#held.splice(0)) send();
  }

  /** Resolves once so many posts have arrived. */
  async arrived(count = 1): Promise<void> {
    const signal = AbortSignal.timeout(20_000);
    while (this.posts.length < count) await once(this.#arrivals, 'post', {signal});
  }

  /** @throws AssertionError if a second credential was posted while the first one could still be charged */
  assertOnePaymentAtATime(): void {
    this.posts.forEach(({credential}, index) => {
      const before = this.posts[index - 1];
      if (!before) return;
      const answer = this.#sent[index - 1];
      const mayDiffer = answer !== undefined && allowsAnotherCard(answer);
      if (!mayDiffer) assert.equal(credential, before.credential, 'another credential was posted');
    });
  }

  async #take(
    request: IncomingMessage,
    response: ServerResponse,
    answers: readonly Answer[],
  ): Promise<void> {
    const {url = '', headers} = request;
    const body = await text(request);
    const credential = /\btok_\w+/.exec(body)?.[0];
    const answer = answers[this.posts.length] ?? answers.at(-1) ?? thanks;
    this.posts.push({path: url, headers, body, credential, fields: new URLSearchParams(body)});
    const send = () => {
      this.#sent.push(answer);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    };
    if (this.#holds) this.#held.push(send);
    else send();
    this.#arrivals.emit('post');
  }
}

function sendFile(
  {url = ''}: IncomingMessage,
  response: ServerResponse,
  files: SiteFiles['files'],
): void {
  const {pathname} = new URL(url, 'http://localhost');
  const content = files[pathname] ?? (libraryFile(pathname) || built(pathname));
  if (content) {
    const type = types[extname(pathname)] ?? 'text/html; charset=utf-8';
    response.writeHead(200, {'content-type': type}).end(content);
    return;
  }
  const answer =
    pathname === '/thanks' ? thanks : html(pathname === '/unknown' ? 200 : 404, heading(pathname));
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

const heading = (path: string) => (path === '/unknown' ? '<h1>We are looking</h1>' : '');

/** A file of a package from npm; empty where the path is none. */
function libraryFile(path: string): string {
  const [, name] = /^\/libs\/([\w@./-]+)$/.exec(path) ?? [];
  if (!name || name.includes('..')) return '';
  const file = new URL(name, libraries);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

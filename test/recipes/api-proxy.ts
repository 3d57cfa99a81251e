import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Stands between a recipe and the sandbox, for what the sandbox cannot do by itself. */
export interface ApiProxy {
  readonly origin: string;
  /** Has the API forget all idempotency keys and nothing else, as Stripe may after a day. */
  forgetKeys(): void;
  /** The status that intents have in answers to GET from now on; undefined for their own. */
  intentStatus: string | undefined;
  close(): Promise<void>;
}

export async function startApiProxy(api: string): Promise<ApiProxy> {
  let day = 1;
  const server = createServer((request, response) => {
    void (async () => {
      const {method = 'GET', url = '/', headers} = request;
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const {authorization, 'content-type': type, 'idempotency-key': key} = headers;
      const answer = await fetch(api + url, {
        method,
        headers: {
          ...(authorization && {authorization}),
          ...(type && {'content-type': type}),
          ...(key && {'idempotency-key': `${String(key)}:day-${day}`}),
          'stripe-version': String(headers['stripe-version']),
        },
        ...(method === 'POST' && {body: Buffer.concat(chunks)}),
      });
      const body = (await answer.json()) as object;
      const isChanged = method === 'GET' && proxy.intentStatus !== undefined;
      response.writeHead(answer.status, {'content-type': 'application/json'});
      response.end(JSON.stringify(isChanged ? {...body, status: proxy.intentStatus} : body));
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: ApiProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    intentStatus: undefined,
    forgetKeys: () => void day++,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

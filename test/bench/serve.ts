import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';

export interface Site {
  readonly origin: string;
  /** What its next page is. */
  show(html: string): void;
  close(): Promise<void>;
}

/** A site with these scripts, as sites have them: compressed, and kept by the browser. */
export async function serveSite(files: Map<string, string>): Promise<Site> {
  let html = '';
  const compressed = new Map([...files].map(([path, text]) => [path, gzipSync(text, {level: 9})]));
  const server = createServer(({url = ''}, response) => {
    const file = compressed.get(new URL(url, 'http://localhost').pathname);
    if (file) {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.setHeader('content-encoding', 'gzip');
      response.setHeader('cache-control', 'max-age=3600');
    } else if (url === '/') response.setHeader('content-type', 'text/html; charset=utf-8');
    else response.statusCode = 404;
    response.end(file ?? (url === '/' ? html : ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    show: page => {
      html = page;
    },
    close: () => close(server),
  };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

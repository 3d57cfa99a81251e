import {readFile} from 'node:fs/promises';
import {Hono} from 'hono';
import {secureHeaders} from 'hono/secure-headers';
import {streamSSE} from 'hono/streaming';
import type {Journal, JournalEntry} from '../control/journal.js';
import {livePage} from './page.js';
import {liveStyles} from './styles.js';

/** Entries that a page may be behind; then it is cut off, and comes again. */
const mostUnsent = 1000;

const safe = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

const neverStored = {'cache-control': 'no-store'};

/** The page at `/` that shows objects and requests as they happen. Its script must be built. */
export function liveRoutes(journal: Journal): Hono {
  const app = new Hono();
  app.get('/', safe, context => context.html(livePage(), 200, neverStored));
  app.get('/live/page.css', safe, context =>
    context.body(liveStyles, 200, {...neverStored, 'content-type': 'text/css; charset=utf-8'}),
  );
  app.get('/live/client.js', safe, async context => {
    const script = await builtClient();
    if (!script) return context.text("The live page's script is not built: npm run build", 500);
    const type = 'text/javascript; charset=utf-8';
    return context.body(script, 200, {...neverStored, 'content-type': type});
  });
  app.get('/live/events', context =>
    streamSSE(context, async stream => {
      let unsent = 0;
      const tell = async (entry: JournalEntry) => {
        unsent += 1;
        if (unsent > mostUnsent) return stream.abort();
        await stream.writeSSE({data: JSON.stringify(entry)});
        unsent -= 1;
      };
      const ended = new Promise<void>(resolve => stream.onAbort(resolve));
      const earlier = journal.entries;
      const stop = journal.listen(entry => void tell(entry));
      await stream.writeSSE({event: 'start', data: JSON.stringify(earlier)});
      await ended;
      stop();
    }),
  );
  return app;
}

async function builtClient(): Promise<string | undefined> {
  try {
    return await readFile(new URL('./client.js', import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}

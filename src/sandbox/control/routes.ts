import {type Context, Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {isDelivery} from '../webhooks/deliveries.js';
import type {Control} from './commands.js';
import {readFault} from './read-fault.js';

const largestBody = 64 * 1024;

/**
 * The control over HTTP, below `/_sandbox`. Bodies must be JSON by their content type: a page of
 * another origin cannot send that without asking, and is not let.
 */
export function controlRoutes(control: Control): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: context => {
        context.header('connection', 'close');
        return refused(context, 'Too large.', 413);
      },
    }),
  );
  app.use(async (context, next) => {
    // A webhook endpoint may be given this address: who registers one does not command by it.
    if (isDelivery(context.req.header())) return refused(context, 'Not for webhooks.', 403);
    const type = context.req.header('content-type')?.split(';')[0].trim().toLowerCase();
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!isRead && type !== 'application/json') {
      return refused(context, 'The content type must be application/json.', 415);
    }
    return next();
  });
  app.get('/faults', context =>
    context.json({faults: control.faults.list(), held: control.faults.held}),
  );
  app.post('/faults', async context => {
    try {
      return context.json({id: control.faults.add(readFault(await jsonOf(context)))});
    } catch (error) {
      if (error instanceof TypeError || error instanceof RangeError) {
        return refused(context, error.message);
      }
      throw error;
    }
  });
  app.post('/release', context => {
    control.release();
    return context.json({});
  });
  app.post('/clear', context => {
    control.clear();
    return context.json({});
  });
  app.post('/reset', context => {
    control.reset();
    return context.json({});
  });
  app.post('/expire', async context => {
    const body = await jsonOf(context);
    const id = typeof body === 'object' && body && 'id' in body ? body.id : undefined;
    if (typeof id === 'string' && control.expire(id)) return context.json({});
    return refused(context, 'There is no such source or confirmation token.', 404);
  });
  app.get('/journal', context => context.json({entries: control.journal.entries}));
  app.all('*', context => refused(context, 'There is no such command.', 404));
  return app;
}

/** The body; undefined when it is no JSON. */
async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json<unknown>();
  } catch {
    return undefined;
  }
}

function refused(context: Context, message: string, status: 400 | 403 | 404 | 413 | 415 = 400) {
  return context.json({error: message}, status);
}

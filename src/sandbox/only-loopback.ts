import {createMiddleware} from 'hono/factory';

const local = /^(?:(?:[\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * Lets in only who calls this computer by its own names: a name of somebody else's may be made to
 * lead here, and then the browser takes that page for this origin (DNS rebinding).
 */
export const onlyLoopback = createMiddleware(async (context, next) => {
  if (local.test(context.req.header('host') ?? '')) return next();
  return context.text('Ask for localhost. This is a sandbox, not Stripe.', 403);
});

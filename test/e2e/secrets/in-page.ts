/**
 * Runs in each page and frame before its own scripts: says in the console what looks like a secret in events
 * that anybody on the page can listen for. Without named functions, which tsx gives a helper that pages lack.
 *
 * `pay-token` may carry a token, as is documented: it is how the page gets to know it. Stripe's own frames may
 * tell each other card numbers, and the page a token, by messages.
 */
export function watchEvents({named, digits}: {named: string; digits: string}): void {
  const target = EventTarget.prototype;
  const dispatch: (this: EventTarget, event: Event) => boolean = Reflect.get(
    target,
    'dispatchEvent',
  );
  const watch = {
    types: new Set<string>(),
    secret: new RegExp(`${named}|${digits}`),
    number: new RegExp(digits),
    say(what: string, text: string | undefined) {
      if (text !== undefined) console.debug(`${what} has ${text.slice(0, 500)}`);
    },
    look(this: void, event: Event) {
      if (event.type === 'pay-token') return;
      const texts = [...watch.textsOf(event), ...watch.textsOf((event as CustomEvent).detail)];
      watch.say(
        `The event ${event.type}`,
        texts.find(text => watch.secret.test(text)),
      );
    },
    *textsOf(value: unknown, depth = 0): Generator<string> {
      if (typeof value === 'string') yield value;
      if (typeof value !== 'object' || !value || value instanceof Node || depth > 5) return;
      if (value === window) return;
      for (const key of Reflect.ownKeys(value)) {
        if (key !== 'isTrusted') yield* watch.textsOf(Reflect.get(value, key), depth + 1);
      }
    },
  };
  // By type, since there is no listening for all events: a type is known by the first event of it.
  target.dispatchEvent = function (event) {
    if (!watch.types.has(event.type)) window.addEventListener(event.type, watch.look, true);
    watch.types.add(event.type);
    return dispatch.call(this, event);
  };
  if (window.name.startsWith('__privateStripeFrame')) return;
  window.addEventListener('message', ({data}) => {
    watch.say(
      'A message',
      [...watch.textsOf(data)].find(text => watch.number.test(text)),
    );
  });
}

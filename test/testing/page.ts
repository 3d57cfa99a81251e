import {fixture, html} from '@open-wc/testing';
import type {Stripe, StripeCardElement} from '@stripe/stripe-js';

/** The page's Stripe, as its own code would get it. */
export function pageStripe(): Stripe {
  if (!window.Stripe) throw new Error('There is no Stripe.js on the page.');
  return window.Stripe('pk_test_1');
}

/** A form of the page with a card element that is ready, its events noted. */
export async function cardForm(options: object = {}) {
  const form = await fixture<HTMLFormElement>(html`
    <form method="post" action="/no-content">
      <label for="card-element">Card</label>
      <div id="card-element"></div>
      <input name="owner" value="Ada" />
    </form>
  `);
  const stripe = pageStripe();
  const card = stripe.elements().create('card', options);
  const seen: string[] = [];
  for (const name of ['ready', 'change', 'focus', 'blur', 'escape', 'loaderror'] as const) {
    card.on(name as 'ready', () => seen.push(name));
  }
  card.mount(form.querySelector<HTMLElement>('#card-element') ?? form);
  await event(card, 'ready');
  return {form, stripe, card, seen};
}

/** The next event of that name. */
export function event(card: StripeCardElement, name: 'ready' | 'loaderror'): Promise<unknown> {
  return new Promise(resolve => card.once(name as 'ready', resolve));
}

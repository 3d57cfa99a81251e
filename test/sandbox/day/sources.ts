import type Stripe from 'stripe';
import {card, type Setup} from '../api/setup.js';

/** Where customers come back to. */
export const shop = 'http://shop.localhost/back';

export const tokenOf = ({stripe}: Setup, number?: string) =>
  stripe.tokens.create({card: card(number)});

export async function cardSource(setup: Setup, usage?: 'reusable' | 'single_use', number?: string) {
  const {id} = await tokenOf(setup, number);
  return setup.stripe.sources.create({type: 'card', token: id, ...(usage && {usage})});
}

/** A source that waits for its customer. */
export const pendingSource = ({stripe}: Setup, usage: 'reusable' | 'single_use' = 'single_use') =>
  stripe.sources.create({
    type: 'alipay',
    amount: 1000,
    currency: 'usd',
    usage,
    redirect: {return_url: shop},
  });

export const statusOf = async ({stripe}: Setup, {id}: Stripe.Source) =>
  (await stripe.sources.retrieve(id)).status;

export const chargeOf = ({stripe}: Setup, source: string, customer?: string) =>
  stripe.charges.create({amount: 1000, currency: 'usd', source, ...(customer && {customer})});

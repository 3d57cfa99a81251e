import assert from 'node:assert/strict';
import type {IncomingMessage} from 'node:http';
import {describe, it, type TestContext} from 'node:test';
import Stripe from 'stripe';
import {listen} from '../listen.js';
import {errorOf, refusal, setUp} from './setup.js';

interface Delivery {
  readonly signature: string;
  readonly body: string;
}

/** A server that answers deliveries with `statuses`, the last one again and again. */
async function receiver(test: TestContext, ...statuses: number[]) {
  const deliveries: Delivery[] = [];
  const waiting: (() => void)[] = [];
  const origin = await listen(test, (request, response) => {
    void bodyOf(request).then(body => {
      deliveries.push({body, signature: String(request.headers['stripe-signature'])});
      response.writeHead(statuses[Math.min(deliveries.length, statuses.length) - 1] ?? 200).end();
      for (const look of waiting.splice(0)) look();
    });
  });
  return {
    url: `${origin}/hook`,
    deliveries,
    received: async (count: number): Promise<Delivery> => {
      while (deliveries.length < count) await new Promise<void>(seen => waiting.push(seen));
      return deliveries[count - 1];
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('a webhook endpoint', () => {
  it('gets what it asked for, signed with its secret', async t => {
    const {stripe} = await setUp(t);
    const {url, received, deliveries} = await receiver(t);
    const {secret = ''} = await stripe.webhookEndpoints.create({
      url,
      enabled_events: ['customer.created'],
    });
    const {id} = await stripe.customers.create();
    await stripe.customers.update(id, {name: 'Jenny'});
    const last = await stripe.customers.create();

    const {body, signature} = await received(1);
    const event = Stripe.webhooks.constructEvent(body, signature, secret);
    assert.equal(event.type, 'customer.created');
    assert.equal(event.data.object.id, id);
    assert.throws(() => Stripe.webhooks.constructEvent(`${body} `, signature, secret), {
      name: 'Error',
      type: 'StripeSignatureVerificationError',
    });
    await received(2);
    const types = deliveries.map(each => (JSON.parse(each.body) as Stripe.Event).type);
    assert.deepEqual(types, ['customer.created', 'customer.created']);
    assert.ok(deliveries[1].body.includes(last.id));
  });

  it('gets an event again until it takes it', async t => {
    const {stripe} = await setUp(t, {webhooks: {pauses: [0, 0, 0]}});
    const {url, received} = await receiver(t, 500, 302, 200);
    await stripe.webhookEndpoints.create({url, enabled_events: ['*']});
    await stripe.customers.create();
    const tries = await Promise.all([received(1), received(2), received(3)]);
    assert.equal(new Set(tries.map(({body}) => (JSON.parse(body) as Stripe.Event).id)).size, 1);
    const [event] = (await stripe.events.list()).data;
    assert.equal(event.type, 'customer.created');
  });

  it('has its deliveries in the journal', async t => {
    const {control, stripe} = await setUp(t, {webhooks: {pauses: [0]}});
    const {url} = await receiver(t, 500);
    const {id: endpoint} = await stripe.webhookEndpoints.create({url, enabled_events: ['*']});
    const lost = new Promise<void>(resolve => {
      control.journal.listen(entry => {
        if (entry.type === 'delivery' && entry.outcome === 'lost') resolve();
      });
    });
    await stripe.customers.create();
    await lost;
    const [{id: event}] = (await stripe.events.list()).data;
    const tried = {type: 'delivery', event, kind: 'customer.created', endpoint, url, status: 500};
    assert.deepEqual(
      control.journal.deliveries.map(({time, ...entry}) => ({...entry, isTimed: time > 0})),
      [
        {...tried, outcome: 'failed', isTimed: true},
        {...tried, outcome: 'lost', isTimed: true},
      ],
    );
  });

  it('asks for events that there are', async t => {
    const {post} = await setUp(t);
    for (const type of ['charge.suceeded', 'charge.*', 'customer']) {
      const form = `url=http://localhost:1/&enabled_events[]=${type}`;
      assert.equal(
        (await errorOf(await post('/v1/webhook_endpoints', form))).param,
        'enabled_events',
      );
    }
  });

  it('gets nothing while it is disabled', async t => {
    const {stripe} = await setUp(t);
    const {url, received, deliveries} = await receiver(t);
    const {id} = await stripe.webhookEndpoints.create({url, enabled_events: ['*']});
    await stripe.webhookEndpoints.update(id, {disabled: true});
    await stripe.customers.create({name: 'unseen'});
    await stripe.webhookEndpoints.update(id, {disabled: false});
    await stripe.customers.create({name: 'seen'});
    assert.match((await received(1)).body, /"name": "seen"/);
    assert.equal(deliveries.length, 1);
  });

  it('tells its secret once', async t => {
    const {stripe} = await setUp(t);
    const {url} = await receiver(t);
    const {id, secret} = await stripe.webhookEndpoints.create({url, enabled_events: ['*']});
    assert.match(String(secret), /^whsec_/);
    assert.equal('secret' in (await stripe.webhookEndpoints.retrieve(id)), false);
    assert.equal('secret' in (await stripe.webhookEndpoints.list()).data[0], false);
  });

  it('must be on this computer', async t => {
    const {stripe} = await setUp(t);
    const elsewhere = [
      'https://shop.example/hook',
      'http://192.168.0.1/hook',
      'http://localhost.shop.example/hook',
      'http://user@shop.example:80/hook',
      'http://169.254.169.254/latest',
      'file:///etc/hosts',
    ];
    for (const url of elsewhere) {
      const error = await refusal(stripe.webhookEndpoints.create({url, enabled_events: ['*']}));
      assert.equal(error.param, 'url');
      assert.match(error.message, /to this computer alone/);
    }
  });
});

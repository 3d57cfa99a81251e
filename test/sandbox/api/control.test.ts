import assert from 'node:assert/strict';
import {request} from 'node:http';
import {describe, it} from 'node:test';
import type {Fault} from '../../../src/sandbox/index.js';
import {card, fromBrowser, refusal, type Setup, setUp} from './setup.js';

const command = ({origin}: Setup, name: string, body?: unknown, type = 'application/json') =>
  fetch(`${origin}/_sandbox/${name}`, {
    method: 'POST',
    headers: {'content-type': type},
    body: JSON.stringify(body ?? {}),
  });

const wrongFaults = [
  [],
  {path: '/v3/'},
  {path: 'v3', kind: 'never'},
  {path: '/v3/', kind: 'slow'},
  {path: '/v3/', kind: 'status', status: 204},
  {path: '/v3/', kind: 'latency', ms: -1},
  {path: '/v3/', kind: 'never', times: 0},
  {path: '/v3/', kind: 'never', time: 1},
];

describe('the control in the same process', () => {
  it('is as strict with faults as that over HTTP', async t => {
    const {control} = await setUp(t);
    for (const fault of wrongFaults) {
      assert.throws(() => control.fault(fault as Fault), TypeError);
    }
    assert.deepEqual(control.faults.list(), []);
  });
});

describe('a reset', () => {
  it('ends requests that are held, and keeps nothing of them', async t => {
    const {control, origin, stripe} = await setUp(t);
    control.fault({method: 'POST', path: '/v1/customers', kind: 'latency'});
    control.fault({path: '/v3/', kind: 'never'});
    const held = refusal(stripe.customers.create());
    const script = assert.rejects(fetch(`${origin}/v3/`));
    while (control.faults.held < 2) await stripe.customers.list();
    control.reset();
    assert.match((await held).message, /was reset/);
    await script;
    assert.deepEqual(control.journal.entries, []);
    assert.deepEqual((await stripe.customers.list()).data, []);
  });
});

describe('the control over HTTP', () => {
  it('adds, lists and clears faults', async t => {
    const setup = await setUp(t);
    const {origin, stripe} = setup;
    const fault = {method: 'POST', path: '/v1/*', kind: 'status', status: 500, times: 3};
    assert.equal((await command(setup, 'faults', fault)).status, 200);
    await refusal(stripe.customers.create());
    const {faults} = (await (await fetch(`${origin}/_sandbox/faults`)).json()) as {
      faults: {times: number}[];
    };
    assert.deepEqual(
      faults.map(({times}) => times),
      [2],
    );
    await command(setup, 'clear');
    assert.match((await stripe.customers.create()).id, /^cus_/);
  });

  it('says what is wrong with a fault', async t => {
    const setup = await setUp(t);
    for (const fault of wrongFaults) {
      const response = await command(setup, 'faults', fault);
      assert.equal(response.status, 400);
      const {error} = (await response.json()) as {error: string};
      assert.ok(error.length > 10);
    }
    assert.deepEqual(setup.control.faults.list(), []);
  });

  it('resets everything', async t => {
    const setup = await setUp(t);
    const {stripe} = setup;
    const options = {idempotencyKey: 'again'};
    const {id} = await stripe.customers.create({}, options);
    setup.control.fault({path: '/v1/charges', kind: 'never'});
    await command(setup, 'reset');
    assert.deepEqual(setup.control.faults.list(), []);
    assert.deepEqual((await stripe.customers.list()).data, []);
    assert.notEqual((await stripe.customers.create({}, options)).id, id);
  });

  it('is not for pages of other origins, by form or by another name for this computer', async t => {
    const setup = await setUp(t);
    assert.equal((await command(setup, 'reset', {}, 'text/plain')).status, 415);
    const {port} = new URL(setup.origin);
    const status = await new Promise(resolve => {
      const asked = request(`${setup.origin}/_sandbox/journal`, {
        headers: {host: `evil.example:${port}`},
      });
      asked.on('response', answer => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.end();
    });
    assert.equal(status, 403);
  });
});

describe('the journal', () => {
  it('keeps requests and objects, without card numbers and keys', async t => {
    const {control, origin, stripe} = await setUp(t);
    const typed = Object.entries(card()).map(([name, value]) => [`card[${name}]`, value]);
    const params = Object.fromEntries(typed) as Record<string, string>;
    const {body} = await fromBrowser(origin, '/v1/tokens', {
      ...params,
      key: 'pk_test_verysecret123',
      'card[name]': '4242 4242 4242 4242',
    });
    await refusal(stripe.charges.create({amount: 1, currency: 'usd', source: body.id}));
    await fetch(`${origin}/v1/tokens/4242424242424242`);

    const [token, charge, last] = control.journal.requests;
    assert.deepEqual([token.method, token.path, token.status], ['POST', '/v1/tokens', 200]);
    assert.equal(token.object, body.id);
    assert.equal(charge.error?.code, 'amount_too_small');
    assert.equal(last.path, '/v1/tokens/[card number]');
    assert.deepEqual(
      control.journal.objects.map(({id}) => id),
      [body.id],
    );
    const kept = JSON.stringify(control.journal.entries);
    assert.doesNotMatch(kept, /4242[ -]?4242|verysecret|"123"/);
  });

  it('fails no request when who listens to it throws', async t => {
    const {control, stripe} = await setUp(t);
    const errors = t.mock.method(console, 'error', () => undefined);
    control.journal.listen(() => {
      throw new Error('a mistake in a test');
    });
    assert.match((await stripe.customers.create()).id, /^cus_/);
    assert.ok(errors.mock.callCount() > 0);
  });

  it('is bounded', async t => {
    const {control} = await setUp(t);
    const {journal} = control;
    for (let index = 0; index < 2000; index += 1) {
      journal.objectChanged({id: `cus_${index}`, object: 'customer'});
    }
    assert.equal(journal.entries.length, 1000);
    assert.equal(journal.objects.at(-1)?.id, 'cus_1999');
  });
});

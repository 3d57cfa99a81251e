import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {refusal, setUp} from './setup.js';

/** Five customers, the newest first. */
async function five(test: TestContext) {
  const {stripe} = await setUp(test);
  const ids: string[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    ids.unshift((await stripe.customers.create({name, email: `${name}@shop.example`})).id);
  }
  return {stripe, ids};
}

describe('a list', () => {
  it('is read page by page, forwards and backwards', async t => {
    const {ids, stripe} = await five(t);
    const first = await stripe.customers.list({limit: 2});
    assert.deepEqual([first.data.map(({id}) => id), first.has_more], [ids.slice(0, 2), true]);
    const last = await stripe.customers.list({limit: 3, starting_after: ids[1]});
    assert.deepEqual([last.data.map(({id}) => id), last.has_more], [ids.slice(2), false]);
    const back = await stripe.customers.list({limit: 2, ending_before: ids[3]});
    assert.deepEqual([back.data.map(({id}) => id), back.has_more], [ids.slice(1, 3), true]);
    const all: string[] = [];
    for await (const {id} of stripe.customers.list({limit: 2})) all.push(id);
    assert.deepEqual(all, ids);
  });

  it('is filtered', async t => {
    const {ids, stripe} = await five(t);
    const {data} = await stripe.customers.list({email: 'c@shop.example'});
    assert.deepEqual(
      data.map(({id}) => id),
      [ids[2]],
    );
    const now = Math.floor(Date.now() / 1000);
    assert.equal((await stripe.customers.list({created: {gt: now + 60}})).data.length, 0);
    assert.equal((await stripe.customers.list({created: {gte: now - 60}})).data.length, 5);
  });

  it('refuses a cursor that is not in it, two cursors, and a limit over 100', async t => {
    const {ids, stripe} = await five(t);
    const unknown = await refusal(stripe.customers.list({starting_after: 'cus_x'}));
    assert.deepEqual([unknown.code, unknown.param], ['resource_missing', 'starting_after']);
    assert.equal(unknown.message, "No such customer: 'cus_x'");
    await refusal(stripe.customers.list({starting_after: ids[0], ending_before: ids[1]}));
    assert.equal((await refusal(stripe.customers.list({limit: 101}))).param, 'limit');
  });

  it('has its objects expanded', async t => {
    const {stripe} = await setUp(t);
    const {id: customer} = await stripe.customers.create({source: 'tok_visa'});
    await stripe.charges.create({amount: 1000, currency: 'usd', customer});
    const {data} = await stripe.charges.list({expand: ['data.customer.default_source']});
    const [{customer: expanded}] = data;
    assert.ok(expanded && typeof expanded === 'object' && !expanded.deleted);
    assert.ok(expanded.default_source && typeof expanded.default_source === 'object');
  });
});

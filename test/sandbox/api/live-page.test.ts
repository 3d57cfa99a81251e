import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setUp} from './setup.js';

describe('the live page', () => {
  it('says that it is not Stripe, and runs nothing that stands in it', async t => {
    const {origin} = await setUp(t);
    const response = await fetch(origin);
    const page = await response.text();
    assert.match(page, /This is not Stripe/);
    assert.doesNotMatch(page, /<style|style=|<script>|\son\w+=/);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  it('is told of what was before, and of what happens', async t => {
    const {origin, stripe} = await setUp(t);
    const earlier = await stripe.customers.create();
    const leaving = new AbortController();
    t.after(() => leaving.abort());
    const {body} = await fetch(`${origin}/live/events`, {signal: leaving.signal});
    assert.ok(body);
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    const until = async (text: string) => {
      while (!told.includes(text)) {
        const {done, value} = await reader.read();
        if (done) throw new Error(`The stream ended without ${text}.`);
        told += value;
      }
    };
    await until(earlier.id);
    assert.match(told, /^event: start/);
    const later = await stripe.customers.create();
    await until(later.id);
    assert.match(told, /"type":"object"/);
  });
});

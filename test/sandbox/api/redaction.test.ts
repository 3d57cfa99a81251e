import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {errorOf, setUp} from './setup.js';

const number = '4000056655665556';

/** What somebody may send by mistake: a number (or 737, a CVC), badly named or badly written. */
const mistakes: readonly string[] = [
  'card[cvc][]=737',
  'card[cvc][x]=737',
  'CARD[CVC]=737',
  'card[security_code]=737',
  'card[verification]=737',
  'payment_method_data[card][a][b][c][d][e][cvc]=737',
  'a[b][c][d][e][f][g][cvc]=737',
  'source[cvv][a]=737',
  'description=4000.0566.5566.5556',
  'description=4000/0566/5566/5556',
  'description=4000\u00a00566\u00a05566\u00a05556',
  'description=4000 - 0566 - 5566 - 5556',
  'description=\uff14\uff10\uff10\uff10\uff10\uff15\uff16\uff16\uff15\uff15\uff16\uff16\uff15\uff15\uff15\uff16',
  `card[${number}]=x`,
  `metadata[4000 0566 5566 5556]=x`,
];

describe('the journal', () => {
  it('has no card number and no CVC, however they were sent', async t => {
    const {control, post} = await setUp(t);
    for (const body of mistakes) {
      control.journal.clear();
      await post('/v1/tokens', body);
      const kept = JSON.stringify(control.journal.requests).normalize('NFKC');
      assert.doesNotMatch(kept.replaceAll(/"(?:id|time|milliseconds)":[^,]+,/g, ''), /737/, body);
      assert.doesNotMatch(kept.replaceAll(/[^\d]/g, ''), /4000056655665556/, body);
    }
  });

  it('has no card number in a path', async t => {
    const {control, post} = await setUp(t);
    for (const path of [
      '4000%200566%205566%205556',
      '4000/0566/5566/5556',
      '4000.0566.5566.5556',
    ]) {
      await post(`/v1/tokens/${path}`, '');
      assert.equal(control.journal.requests.at(-1)?.path, '/v1/tokens/[card number]');
    }
  });

  it('shows of a card what is no secret', async t => {
    const {control, post} = await setUp(t);
    await post('/v1/tokens', 'card[exp_month]=12&card[name]=Ada&card[number]=1&card[cvc]=1');
    const card = {exp_month: '12', name: 'Ada', number: '[hidden]', cvc: '[hidden]'};
    assert.deepEqual(control.journal.requests[0]?.params, {card});
  });

  it('shortens what is long', async t => {
    const {control, post} = await setUp(t);
    const long = 'x'.repeat(100_000);
    await errorOf(await post(`/v1/${'y'.repeat(5000)}`, `a=${long}&${long}=b`));
    const many = Array.from({length: 900}, (_, index) => `metadata[k${index}]=${'z'.repeat(300)}`);
    await post('/v1/customers', many.join('&'));
    const sizes = control.journal.requests.map(entry => JSON.stringify(entry).length);
    assert.ok(Math.max(...sizes) < 3000, String(sizes));
  });
});

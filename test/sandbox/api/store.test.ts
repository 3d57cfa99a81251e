import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {newId} from '../../../src/sandbox/store/ids.js';
import {Shelf} from '../../../src/sandbox/store/shelf.js';

describe('a shelf', () => {
  it('drops the oldest thing for the newest when it is full', () => {
    const shelf = new Shelf<number>(2);
    for (const number of [1, 2, 3]) shelf.add(String(number), number);
    assert.equal(shelf.get('1'), undefined);
    assert.deepEqual(shelf.newestFirst(), [3, 2]);
  });

  it('drops nothing when a thing takes its own place', () => {
    const shelf = new Shelf<number>(2);
    shelf.add('a', 1);
    shelf.add('b', 2);
    shelf.add('b', 3);
    assert.deepEqual(shelf.newestFirst(), [3, 1]);
  });
});

describe('an id', () => {
  it('has its prefix and 24 letters and digits, and is never the same', () => {
    const ids = Array.from({length: 1000}, () => newId('tok'));
    for (const id of ids) assert.match(id, /^tok_[0-9A-Za-z]{24}$/);
    assert.equal(new Set(ids).size, 1000);
  });
});

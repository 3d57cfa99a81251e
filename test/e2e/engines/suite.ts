import {after, before, describe} from 'node:test';
import type {Owner} from '../stage.js';
import {closeEngines, engines, type Engine} from './engines.js';

/** Declares the same tests for each engine. The engines run beside each other, the tests of one after each other. */
export function inEachEngine(what: string, declare: (engine: Engine) => void): void {
  describe(what, {concurrency: true}, () => {
    after(closeEngines);
    for (const engine of engines) {
      describe(`in ${engine.name}`, {skip: engine.missing, concurrency: 1}, () => declare(engine));
    }
  });
}

/** What the tests of a suite share: opened before them, and closed after the last one. */
export function shared<T>(open: (owner: Owner) => Promise<T>): () => T {
  const closers: (() => unknown)[] = [];
  let opened: T;
  before(async () => {
    opened = await open({after: close => closers.push(close)});
  });
  after(async () => {
    for (const close of closers.toReversed()) await close();
  });
  return () => opened;
}

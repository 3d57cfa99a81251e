import fc from 'fast-check';
import {getParts} from '../../src/loading/parts.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {deeds, Game} from './game.js';
import './report.js';

const moves = fc.array(
  fc.record({
    deed: fc.oneof(
      // Often, so that most games get as far as to a second payment.
      {weight: 4, arbitrary: fc.constantFrom('fillIn', 'makeToken')},
      {weight: 2, arbitrary: fc.constantFrom('answer', 'askBank', 'agree', 'sayRefused')},
      {weight: 4, arbitrary: fc.constantFrom(...deeds)},
    ),
    /** Whether what comes of it comes before the next one. */
    settles: fc.boolean(),
  }),
  {maxLength: 14},
);

describe('events in any order', () => {
  let consoles: ReturnType<typeof listenToConsole>[] = [];
  before(() => getParts().confirm());
  beforeEach(() => (consoles = [listenToConsole('error'), listenToConsole('warn')]));
  afterEach(() => consoles.forEach(console => console.restore()));

  for (const confirm of ['navigate', 'fetch'] as const) {
    it(`post no second payment while the first may be charged, with data-confirm="${confirm}"`, async () => {
      await fc.assert(
        fc.asyncProperty(moves, async moves => {
          const game = new Game(confirm);
          try {
            await game.fillIn();
            for (const {deed, settles} of moves) {
              await game[deed]();
              if (settles) await game.settle();
              game.check();
            }
            await game.end();
          } finally {
            game.restore();
          }
        }),
        {numRuns: 40, timeout: 5000, endOnFailure: true},
      );
    });
  }
});

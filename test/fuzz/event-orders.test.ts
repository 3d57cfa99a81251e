import fc from 'fast-check';
import {onDemand} from '../../src/on-demand.js';
import {listenToConsole} from '../helpers/legacy-page.js';
import {deeds, Game} from './game.js';
import './report.js';

const moves = fc.array(
  fc.record({
    deed: fc.oneof(
      {weight: 1, arbitrary: fc.constant('fillIn' as const)},
      {weight: 3, arbitrary: fc.constantFrom('makeToken', 'answer', 'askBank', 'agree')},
      {weight: 4, arbitrary: fc.constantFrom(...deeds)},
    ),
    /** Whether what comes of it comes before the next one. */
    settles: fc.boolean(),
  }),
  {maxLength: 14},
);

describe('events in any order', () => {
  let console: ReturnType<typeof listenToConsole>;
  before(() => onDemand.confirm());
  beforeEach(() => (console = listenToConsole('error')));
  afterEach(() => console.restore());

  for (const confirm of ['navigate', 'fetch'] as const) {
    it(`post a payment at most once, with data-confirm="${confirm}"`, async () => {
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

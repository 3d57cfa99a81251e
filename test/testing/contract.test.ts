import {expect} from '@open-wc/testing';
import {contract} from '../contract/suite.js';
import {KitDriver} from './kit-driver.js';

describe('the test kit, like the sandbox’s stand-in,', () => {
  let driver: KitDriver;
  beforeEach(() => {
    driver = new KitDriver();
  });
  afterEach(() => driver.close());

  for (const [behaviour, cases] of Object.entries(contract)) {
    describe(behaviour, () => {
      for (const {name, expected, run} of cases) {
        it(name, async () => {
          expect(await run(driver)).to.deep.equal(expected);
        });
      }
    });
  }
});

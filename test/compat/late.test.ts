import {expect} from '@open-wc/testing';
import {onDemand} from '../../src/on-demand.js';
import {closeDialogs, isOpen, legacyDialog, legacyPage} from '../helpers/legacy-page.js';

// In a file of its own: once the part has been loaded, it is not asked for again.
describe('what a page of checkout.js loads', () => {
  afterEach(closeDialogs);

  it('is asked for at once, and where it did not come, by each click again', async () => {
    const {checkoutJs} = onDemand;
    let asked = 0;
    onDemand.checkoutJs = () => {
      asked++;
      return Promise.reject(new Error('offline'));
    };
    const {button} = await legacyPage();
    try {
      expect(asked).to.equal(1);
      button.click();
      expect(asked).to.equal(2);
    } finally {
      onDemand.checkoutJs = checkoutJs;
    }
    expect(await isOpen()).to.be.false;
    button.click();
    await legacyDialog();
  });
});

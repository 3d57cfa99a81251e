import {expect} from '@open-wc/testing';
import {closeDialogs, isOpen, legacyDialog, legacyPage} from '../helpers/legacy-page.js';
import {replacePart} from '../helpers/replace-part.js';
import {turn} from '../helpers/turn.js';

// In a file of its own: once the part has been loaded, it is not asked for again.
describe('what a page of checkout.js loads', () => {
  afterEach(closeDialogs);

  it('is asked for at once, and where it did not come, by each click again', async () => {
    let asked = 0;
    const putBack = replacePart('checkoutJs', () => {
      asked++;
      return Promise.reject(new Error('offline'));
    });
    const {button} = await legacyPage();
    try {
      expect(asked).to.equal(1);
      // The first try has failed by then.
      await turn();
      button.click();
      expect(asked).to.equal(2);
    } finally {
      putBack();
    }
    expect(await isOpen()).to.be.false;
    button.click();
    await legacyDialog();
  });
});

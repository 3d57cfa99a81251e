// Types of the elements in the page.
import type {} from '../../../src/index.js';

/** What a click does, for each way of `contestants.ts`, and how it is taken back. */
export interface InPageOpening {
  readonly open: () => unknown;
  /** What the customer is to see. */
  readonly dialog: () => Element | null | undefined;
  readonly close: () => unknown;
}

/** Of stripe-pwa-elements. */
interface Modal extends HTMLElement {
  openModal(): Promise<void>;
  closeModal(): Promise<void>;
}
interface CardElement extends HTMLElement {
  initStripe(key: string): Promise<void>;
}

const key = 'pk_test_bench';
const find = (selector: string) => document.querySelector(selector);
const button = () => document.querySelector('pay-button')!;
const modal = () => find('stripe-modal') as Modal;
const modalBox = () =>
  find('stripe-modal')?.shadowRoot?.querySelector('.modal-row.open .modal-child');

export const openings: Record<string, InPageOpening> = {
  payButton: {
    open: () => button().open(),
    dialog: () => find('pay-dialog')?.shadowRoot?.querySelector('dialog'),
    close: () => {
      const result = button().open();
      button().close();
      return result;
    },
  },
  powerAtClick: {
    open: () => {
      const dialog = document.createElement('dialog');
      const element = document.createElement('stripe-elements');
      element.setAttribute('publishable-key', key);
      dialog.append(element);
      document.body.append(dialog);
      dialog.showModal();
    },
    dialog: () => find('dialog'),
    close: () => find('dialog')?.remove(),
  },
  pwaAtClick: {
    // As its README has it.
    open: async () => {
      const modal = document.createElement('stripe-modal');
      const card = document.createElement('stripe-card-element') as CardElement;
      modal.append(card);
      document.body.append(modal);
      await customElements.whenDefined('stripe-modal');
      await customElements.whenDefined('stripe-card-element');
      modal.setAttribute('open', 'true');
      await card.initStripe(key);
    },
    dialog: modalBox,
    close: () => modal().remove(),
  },
  pwaBefore: {
    open: () => modal().openModal(),
    dialog: modalBox,
    close: () => modal().closeModal(),
  },
};

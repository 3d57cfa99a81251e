import {Checkout} from '../../src/checkout/checkout.js';
import type {DeliveryAnswer} from '../../src/checkout/delivery.js';
import {readOptions} from '../../src/checkout/options.js';
import type {PayButton} from '../../src/elements/pay-button.js';
import {showPayDialog} from '../../src/elements/show-pay-dialog.js';
import {mountButton, next, openDialog, part} from './mount-button.js';
import {answering} from './stub-delivery.js';
import {StubGateway} from './stub-gateway.js';

/** A button with its dialog open, on a gateway that does as the test says. */
export async function opened(attributes: Record<string, string> = {}, gateway?: StubGateway) {
  const mounted = await mountButton(attributes);
  if (gateway) mounted.button.gateway = gateway;
  void mounted.button.open();
  await next(mounted.button, 'pay-opened');
  return {...mounted, gateway: gateway ?? mounted.gateway, dialog: await openDialog()};
}

/** Closes the dialog of a button, and opens it again. */
export async function reopen(button: PayButton) {
  button.close();
  void button.open();
  await next(button, 'pay-opened');
  return openDialog();
}

/** A dialog without a button, whose payment has been delivered with this answer. */
export async function delivered(answer: DeliveryAnswer) {
  const gateway = new StubGateway();
  const element = document.createElement('div');
  element.setAttribute('data-key', 'pk_test_1');
  const checkout = new Checkout(readOptions(element, gateway), gateway, answering(answer));
  await showPayDialog(checkout, new Map(), undefined);
  const dialog = await openDialog();
  gateway.completeCard();
  part(dialog, '.pay').click();
  gateway.succeed();
  while (/^(tokenizing|delivering)$/.test(checkout.state.name)) await next(checkout, 'change');
  await dialog.updateComplete;
  return {checkout, gateway, dialog};
}

import type {PayButton} from '../../src/elements/pay-button.js';
import {mountButton, next, openDialog} from './mount-button.js';
import type {StubGateway} from './stub-gateway.js';

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

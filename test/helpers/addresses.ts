import type {Address, AddressField, AddressKind} from '../../src/address.js';
import type {PayDialog} from '../../src/elements/pay-dialog.js';
import {mountButton, next, openDialog, part} from './mount-button.js';
import {StubGateway} from './stub-gateway.js';

export const ada: Address = {
  name: 'Ada Lovelace',
  country: 'US',
  line1: '12 Market St',
  line2: 'Apt 3',
  city: 'San Francisco',
  state: 'CA',
  zip: '94107',
};

export const grace: Address = {
  name: 'Grace Hopper',
  country: 'GB',
  line1: '5 Baker Street',
  line2: '',
  city: 'London',
  state: '',
  zip: 'NW1 6XE',
};

/** Opens the dialog of a button that asks for these addresses, on a gateway that does as the test says. */
export async function openAddresses(kinds: readonly AddressKind[], gateway = new StubGateway()) {
  const {button} = await mountButton({
    ...Object.fromEntries(kinds.map(kind => [`data-${kind}-address`, 'true'])),
    'data-auto-submit': 'false',
  });
  button.gateway = gateway;
  const result = button.open();
  await next(button, 'pay-opened');
  const dialog = await openDialog();
  if (gateway.loads) await stage(dialog, 'ready');
  return {button, gateway, dialog, result};
}

/** The checkout reaches a stage, and the dialog has drawn it. */
export async function stage(dialog: PayDialog, name: string): Promise<void> {
  while (dialog.checkout.state.name !== name) await next(dialog.checkout, 'change');
  await dialog.updateComplete;
}

/** What the customer is asked for, as the ids of the inputs from top to bottom. */
export function asked(dialog: PayDialog): string[] {
  const inputs = dialog.shadowRoot!.querySelectorAll('input[id], select');
  return [...inputs].map(input => input.id);
}

export async function chooseCountry(
  dialog: PayDialog,
  kind: AddressKind,
  country: string,
): Promise<void> {
  const select = part<HTMLSelectElement>(dialog, `#${kind}-country`);
  select.value = country;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await dialog.updateComplete;
}

/** Types into one input, in the place of what stood there. */
export async function type(
  dialog: PayDialog,
  kind: AddressKind,
  field: AddressField,
  text: string,
): Promise<void> {
  const input = part<HTMLInputElement>(dialog, `#${kind}-${field}`);
  input.value = text;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  await dialog.updateComplete;
}

/** Types a whole address: what its country asks for. */
export async function fill(dialog: PayDialog, kind: AddressKind, address: Address): Promise<void> {
  await chooseCountry(dialog, kind, address.country);
  for (const id of asked(dialog)) {
    const field = id.replace(`${kind}-`, '') as AddressField;
    if (id.startsWith(kind) && field !== 'country') await type(dialog, kind, field, address[field]);
  }
}

export async function tick(dialog: PayDialog, checked: boolean): Promise<void> {
  const box = part<HTMLInputElement>(dialog, '.check input');
  if (box.checked !== checked) box.click();
  await dialog.updateComplete;
}

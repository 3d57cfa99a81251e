import {html, nothing, render} from 'lit';
import {Checkout} from './checkout/checkout.js';
import {PayConfirmedEvent} from './checkout/events.js';
import {beforeSending} from './checkout/failures.js';
import {postedFields} from './checkout/posted-fields.js';
import {isLocked, renderInput, typedIn} from './elements/dialog-fields.js';
import {runCheckout} from './elements/run-checkout.js';
import {PayError} from './errors.js';

/** The main file as parts know it: they are given it when they are loaded, and bring no second copy of it along. */
export interface Core {
  // To draw with.
  readonly html: typeof html;
  readonly nothing: typeof nothing;
  readonly render: typeof render;
  readonly isLocked: typeof isLocked;
  readonly renderInput: typeof renderInput;
  readonly typedIn: typeof typedIn;
  // To take a payment with.
  readonly Checkout: typeof Checkout;
  readonly runCheckout: typeof runCheckout;
  readonly postedFields: typeof postedFields;
  readonly beforeSending: typeof beforeSending;
  readonly PayConfirmedEvent: typeof PayConfirmedEvent;
  readonly PayError: typeof PayError;
}

export const core: Core = {
  html,
  nothing,
  render,
  isLocked,
  renderInput,
  typedIn,
  Checkout,
  runCheckout,
  postedFields,
  beforeSending,
  PayConfirmedEvent,
  PayError,
};

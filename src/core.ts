import {html, nothing, render} from 'lit';
import {Checkout} from './checkout/checkout.js';
import {PayConfirmedEvent} from './checkout/events.js';
import {beforeSending} from './checkout/failures.js';
import {postedFields} from './checkout/posted-fields.js';
import {isLocked, renderInput, typedIn} from './elements/dialog-fields.js';
import {runCheckout} from './elements/run-checkout.js';
import {PayError} from './errors.js';

/** The main file as parts know it: they are given it when they are loaded, and bring no second copy of it along. */
export const core = {
  // To draw with.
  html,
  nothing,
  render,
  isLocked,
  renderInput,
  typedIn,
  // To take a payment with.
  Checkout,
  runCheckout,
  postedFields,
  beforeSending,
  PayConfirmedEvent,
  PayError,
};

export type Core = typeof core;

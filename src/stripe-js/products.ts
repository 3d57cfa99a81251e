import type {
  CreatePaymentMethodData,
  CreatePaymentMethodFromElement,
  CreatePaymentMethodFromElements,
  CreateTokenCardData,
  PaymentMethodCreateParams,
  Source,
  StripeError,
} from '@stripe/stripe-js';
import {mountedCard} from './card-element.js';
import {submittedPayment} from './elements.js';
import {IntegrationError, notYet} from './integration-error.js';
import type {Mounted, MountedClass} from './mounted.js';
import {warnOfUnknown} from './warnings.js';

export type CreatePaymentMethodOptions =
  CreatePaymentMethodData | CreatePaymentMethodFromElements | CreatePaymentMethodFromElement;

/** `createSource` is no longer in Stripe's types. */
export type SourceResult = {source: Source; error?: undefined} | {error: StripeError};

export interface SourceData {
  readonly type?: string;
  readonly owner?: Partial<Source.Owner>;
  readonly [param: string]: unknown;
}

/** What `createToken` takes beside the card. */
export const ownerFields: readonly (keyof CreateTokenCardData)[] = [
  'name',
  'address_line1',
  'address_line2',
  'address_city',
  'address_state',
  'address_zip',
  'address_country',
  'currency',
];

/**
 * What `createToken` is to make a token of. Of Stripe's overloads there is the one for cards.
 * @throws IntegrationError for another one, and for what is no element with a card number
 */
export function tokenOrder<M extends Mounted>(
  element: unknown,
  data: unknown,
  kind: MountedClass<M>,
) {
  if (typeof element === 'string') throw new IntegrationError(notYet(`${element} tokens`));
  const card = mountedCard(element, kind);
  const owner = (data ?? {}) as CreateTokenCardData;
  warnOfUnknown('createToken()', owner, ownerFields);
  return {card, owner};
}

/** What a payment method is made with: what the page says now goes before what the element knows. */
export function methodParams<P extends Pick<PaymentMethodCreateParams, 'billing_details'>>(
  {billingDetails}: Mounted,
  params: P,
) {
  return {...params, billing_details: {...billingDetails, ...params.billing_details}};
}

/** What `createPaymentMethod` is to make a payment method of: an element, or a token. */
type MethodOrder<M extends Mounted> = {readonly params: PaymentMethodCreateParams} & (
  | {readonly card: M; readonly token?: undefined}
  | {readonly card?: undefined; readonly token: string}
);

/** @throws IntegrationError for methods other than cards, and for elements that cannot be asked */
export function methodOrder<M extends Mounted>(
  options: CreatePaymentMethodOptions,
  kind: MountedClass<M>,
): MethodOrder<M> {
  if ('elements' in options) {
    const card = submittedPayment(options.elements, 'createPaymentMethod', kind);
    return {card, params: options.params ?? {}};
  }
  if ('element' in options) {
    return {card: mountedCard(options.element, kind), params: options.params ?? {}};
  }
  if (options.type !== 'card' || !('card' in options)) {
    throw new IntegrationError(notYet(`payment methods of the type ${String(options.type)}`));
  }
  const {card, ...params} = options;
  return 'token' in card ? {token: card.token, params} : {card: mountedCard(card, kind), params};
}

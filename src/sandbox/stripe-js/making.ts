import type {
  ConfirmationToken,
  ConfirmationTokenResult,
  CreateConfirmationToken,
  CreatePaymentMethodData,
  CreatePaymentMethodFromElement,
  CreatePaymentMethodFromElements,
  CreateTokenCardData,
  PaymentMethod,
  PaymentMethodCreateParams,
  PaymentMethodResult,
  Source,
  StripeError,
  Token,
  TokenResult,
} from '@stripe/stripe-js';
import type {Answer} from '../frames/requests.js';
import {ask} from './controller.js';
import {groupOptionsOf, submittedPayment} from './elements.js';
import {FieldElement, mountedFieldOf} from './field-element.js';
import {IntegrationError, notYet, refusals} from '../../stripe-js/integration-error.js';
import type {MountedField} from './mounted-field.js';
import {
  accountParams,
  formParams,
  tokenParams,
  visitParams,
  type Account,
} from './request-params.js';

export type CreatePaymentMethodOptions =
  CreatePaymentMethodData | CreatePaymentMethodFromElements | CreatePaymentMethodFromElement;

/** `createSource` is no longer in Stripe's types. */
export type SourceResult = {source: Source; error?: undefined} | {error: StripeError};

export interface SourceData {
  readonly type?: string;
  readonly [param: string]: unknown;
}

/** Of Stripe's overloads the sandbox has the one for cards; `data` is that one's. */
export async function createToken(
  account: Account,
  element: unknown,
  data: unknown = {},
): Promise<TokenResult> {
  if (typeof element === 'string') throw new IntegrationError(notYet(`${element} tokens`));
  const field = cardField(element);
  const params = {
    ...tokenParams(data as CreateTokenCardData),
    ...visitParams(productOf(field)),
    ...accountParams(account),
  };
  const answer = await field.request({name: 'createToken', params});
  return answer.error ? answer : {token: answer.object as Token};
}

export async function createPaymentMethod(
  account: Account,
  options: CreatePaymentMethodOptions,
): Promise<PaymentMethodResult> {
  const answer = await sendMethod(account, options);
  return answer.error ? answer : {paymentMethod: answer.object as PaymentMethod};
}

export async function createConfirmationToken(
  account: Account,
  {elements, params = {}}: CreateConfirmationToken,
): Promise<ConfirmationTokenResult> {
  const field = submittedPayment(elements, 'createConfirmationToken');
  const {payment_method_data: data, ...rest} = params;
  const {setupFutureUsage} = groupOptionsOf(elements);
  const answer = await field.request({
    name: 'createConfirmationToken',
    params: {
      ...formParams({setup_future_usage: setupFutureUsage ?? undefined, ...rest}),
      ...methodDataParams(field, data),
      ...accountParams(account),
    },
  });
  return answer.error ? answer : {confirmationToken: answer.object as ConfirmationToken};
}

/** @param element with the card; data alone for a source without one */
export async function createSource(
  account: Account,
  element: unknown,
  data?: SourceData,
): Promise<SourceResult> {
  const answer =
    element instanceof FieldElement
      ? await sendSource(account, cardField(element), data)
      : await ask({
          name: 'createSource',
          params: {...formParams(element as SourceData), ...accountParams(account)},
        });
  return answer.error ? answer : {source: answer.object as Source};
}

export async function retrieveSource(
  account: Account,
  {id, client_secret}: {id: string; client_secret: string},
): Promise<SourceResult> {
  const params = {...accountParams(account), client_secret};
  const answer = await ask({name: 'retrieveSource', id, params});
  return answer.error ? answer : {source: answer.object as Source};
}

/**
 * The field with the number of a card, which sends the whole card.
 * @throws IntegrationError for what is no element with a card number, or is not mounted
 */
export function cardField(element: unknown): MountedField {
  const field = mountedFieldOf(element);
  if (field?.type !== 'card' && field?.type !== 'cardNumber') {
    throw new IntegrationError(refusals.noData);
  }
  return field;
}

/** A payment method that is made within another request, except its card. */
export function methodDataParams(
  field: MountedField,
  data: PaymentMethodCreateParams = {},
): Record<string, string> {
  return {...formParams({payment_method_data: methodData(field, data)})};
}

function methodData(field: MountedField, data: PaymentMethodCreateParams): object {
  const {billing_details: given, ...rest} = data;
  return {
    ...rest,
    type: 'card',
    billing_details: {...field.billingDetails, ...given},
    ...visitParams(productOf(field)),
  };
}

async function sendMethod(account: Account, options: CreatePaymentMethodOptions): Promise<Answer> {
  if ('elements' in options) {
    const field = submittedPayment(options.elements, 'createPaymentMethod');
    return requestMethod(account, field, options.params);
  }
  if ('element' in options) {
    return requestMethod(account, cardField(options.element), options.params);
  }
  if (options.type !== 'card' || !('card' in options)) {
    throw new IntegrationError(notYet(`payment methods of the type ${String(options.type)}`));
  }
  const {card, ...params} = options;
  if (!('token' in card)) return requestMethod(account, cardField(card), params);
  return ask({
    name: 'createPaymentMethod',
    params: {...formParams({...params, card}), ...accountParams(account)},
  });
}

function requestMethod(
  account: Account,
  field: MountedField,
  data: PaymentMethodCreateParams = {},
): Promise<Answer> {
  return field.request({
    name: 'createPaymentMethod',
    params: {...formParams(methodData(field, data)), ...accountParams(account)},
  });
}

function sendSource(account: Account, field: MountedField, data: SourceData = {}): Promise<Answer> {
  return field.request({
    name: 'createSource',
    params: {
      ...formParams({...data, type: 'card'}),
      ...visitParams(productOf(field)),
      ...accountParams(account),
    },
  });
}

function productOf({type}: MountedField) {
  if (type === 'payment') return 'payment-element';
  return type === 'card' ? 'card-element' : 'split-card-element';
}

import type {
  ConfirmationToken,
  ConfirmationTokenResult,
  CreateConfirmationToken,
  PaymentMethod,
  PaymentMethodCreateParams,
  PaymentMethodResult,
  Source,
  Token,
  TokenResult,
} from '@stripe/stripe-js';
import {CardElement, mountedCard} from '../../stripe-js/card-element.js';
import {groupOptionsOf, submittedPayment} from '../../stripe-js/elements.js';
import {IntegrationError, refusals} from '../../stripe-js/integration-error.js';
import {
  methodOrder,
  methodParams,
  tokenOrder,
  type CreatePaymentMethodOptions,
  type SourceData,
  type SourceResult,
} from '../../stripe-js/products.js';
import type {Answer} from '../frames/requests.js';
import {ask} from './controller.js';
import {MountedField} from './mounted-field.js';
import {
  accountParams,
  formParams,
  ownerParams,
  visitParams,
  type Account,
} from './request-params.js';

export async function createToken(
  account: Account,
  element: unknown,
  data: unknown,
): Promise<TokenResult> {
  const {card, owner} = tokenOrder(element, data, MountedField);
  const params = {
    ...ownerParams(owner),
    ...visitParams(productOf(card)),
    ...accountParams(account),
  };
  const answer = await card.request({name: 'createToken', params});
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
  const field = submittedPayment(elements, 'createConfirmationToken', MountedField);
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
    element instanceof CardElement
      ? await sendSource(account, mountedCard(element, MountedField), data)
      : await ask({
          name: 'createSource',
          params: {...formParams(element as SourceData), ...accountParams(account)},
        });
  return answer.error ? answer : {source: answer.object as Source};
}

/** @throws IntegrationError for what names no source, or not its secret */
export async function retrieveSource(
  account: Account,
  source: {id: string; client_secret: string},
): Promise<SourceResult> {
  const {id, client_secret} = sourceNamed(source);
  const params = {...accountParams(account), client_secret};
  const answer = await ask({name: 'retrieveSource', id, params});
  return answer.error ? answer : {source: answer.object as Source};
}

/** A payment method that is made within another request, except its card. */
export function methodDataParams(
  field: MountedField,
  data: PaymentMethodCreateParams = {},
): Record<string, string> {
  return {...formParams({payment_method_data: methodData(field, data)})};
}

function methodData(field: MountedField, data: PaymentMethodCreateParams): object {
  return {...methodParams(field, data), type: 'card', ...visitParams(productOf(field))};
}

async function sendMethod(account: Account, options: CreatePaymentMethodOptions): Promise<Answer> {
  const {card, token, params} = methodOrder(options, MountedField);
  if (card) return requestMethod(account, card, params);
  return ask({
    name: 'createPaymentMethod',
    params: {...formParams({...params, card: {token}}), ...accountParams(account)},
  });
}

function requestMethod(
  account: Account,
  field: MountedField,
  data: PaymentMethodCreateParams,
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

function sourceNamed(source: Partial<Record<'id' | 'client_secret', unknown>> | undefined) {
  const {id, client_secret} = source ?? {};
  if (typeof id === 'string' && /^\w+$/.test(id) && typeof client_secret === 'string') {
    return {id, client_secret};
  }
  throw new IntegrationError(refusals.badSource);
}

function productOf({type}: MountedField) {
  if (type === 'payment') return 'payment-element';
  return type === 'card' ? 'card-element' : 'split-card-element';
}

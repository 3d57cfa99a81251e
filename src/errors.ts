import type {AddressField, AddressKind} from './address.js';

/**
 * Who has to act on an error: the paying customer, the merchant who built the page, or nobody
 * (the network; trying again may help).
 */
export type Audience = 'customer' | 'merchant' | 'network';

/** The inputs of the dialog, and `form` for what belongs to none of them. */
export type FieldName =
  | 'email'
  | 'number'
  | 'expiry'
  | 'cvc'
  | 'card'
  | 'postalCode'
  | `${AddressKind}-${AddressField}`
  | 'form';

/** Every error code of our own. A refused card carries the provider's code instead, `card_declined` say. */
export const errorCodes = {
  /** `data-key` is absent or empty. */
  missingKey: 'missing_key',
  /** `data-key` holds a secret key. It was neither sent nor printed. */
  secretKey: 'secret_key',
  /** `data-key` is no publishable key. */
  invalidKey: 'invalid_key',
  /** `data-amount` is not a positive whole number of at most twelve digits. */
  invalidAmount: 'invalid_amount',
  /** `data-currency` is no currency that can be charged. */
  invalidCurrency: 'invalid_currency',
  /** `data-field` is empty. */
  invalidField: 'invalid_field',
  /** `data-create`, `data-usage` or `data-confirm` is none of its values. */
  invalidOption: 'invalid_option',
  /** The form would put the token into the address bar, or would not be sent at all. */
  formMethod: 'form_method',
  /** The form would send the token without encryption, or to a script. */
  formAction: 'form_action',
  /** A field was left empty or half filled. */
  incompleteEmail: 'incomplete_email',
  incompleteNumber: 'incomplete_number',
  incompleteExpiry: 'incomplete_expiry',
  incompleteCvc: 'incomplete_cvc',
  incompletePostalCode: 'incomplete_zip',
  incompleteAddress: 'incomplete_address',
  /** The postal code is none of that country. */
  invalidPostalCode: 'invalid_zip',
  /** The provider's script, fields or server did not answer. */
  unreachable: 'unreachable',
  /** The provider asks for patience: too many requests. */
  rateLimit: 'rate_limit',
  /** The provider failed, or answered something that makes no sense. */
  providerFailed: 'provider_failed',
  /** The provider refused the request for a reason that only the merchant can mend, such as a wrong key. */
  providerRefused: 'provider_refused',
  /** The payment could not be put into the page's form, or the form not submitted: the console has the cause. */
  deliveryFailed: 'delivery_failed',
  /** The page kept its form from being sent: a field is not valid, or a handler prevented the submit. */
  notSent: 'not_sent',
  /** The merchant's server did not answer, or not so that one could tell whether the card was charged. */
  unknownOutcome: 'unknown_outcome',
  /** The merchant's server would not take the payment, for no reason of the card's. */
  shopFailed: 'shop_failed',
} as const;

export interface PayErrorInit {
  /** The input to show the message at; `form` when absent. */
  readonly field?: FieldName;
  /** What failed underneath: the provider's own error. */
  readonly cause?: unknown;
}

/** The one error that this package throws, rejects with and announces by `pay-error`. */
export class PayError extends Error {
  override readonly name = 'PayError';
  /** One of {@link errorCodes}, or the provider's own code for a refused card. */
  readonly code: string;
  readonly audience: Audience;
  readonly field: FieldName;

  constructor(code: string, audience: Audience, message: string, init: PayErrorInit = {}) {
    super(message, {cause: init.cause});
    this.code = code;
    this.audience = audience;
    this.field = init.field ?? 'form';
  }
}

/**
 * A merchant's error about an attribute: names the attribute, what was expected and, unless it may
 * be a secret, what was found. A text as long as a key may be one in the wrong place.
 */
export function attributeError(
  code: string,
  attribute: string,
  expected: string,
  found?: string,
): PayError {
  const value =
    found === undefined || found.length > 20 ? '' : `, but it is ${JSON.stringify(found)}`;
  return new PayError(code, 'merchant', `pay-button: ${attribute} must be ${expected}${value}.`);
}

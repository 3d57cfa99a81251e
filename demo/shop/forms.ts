import type {ChargeApi, Means, MeansKind} from './orders/order.js';

/** The name of the field that carries the proof that a form is ours. */
export const csrfField = 'csrf';

/** The fields that may hold what to pay with, one of them at a time, and how it looks. */
const meansFields: readonly (readonly [name: string, kind: MeansKind, prefix: string])[] = [
  ['stripe_token', 'token', 'tok_'],
  ['stripe_payment_method', 'payment_method', 'pm_'],
  ['stripe_confirmation_token', 'confirmation_token', 'ctoken_'],
  ['stripe_source', 'source', 'src_'],
  ['saved_card', 'saved_card', 'pm_'],
];

/** After an authentication in the page: the intent, which is known here already. */
const intentField = 'stripe_payment_intent';

const longest = 255;
const emailPattern = /^[^\s@]+@[^\s@]+$/;
const longestEmail = 254;

/** A form that pays, as the customer filled it in. */
export interface PostedPayment {
  readonly means: Means;
  readonly email: string | null;
  readonly save: boolean;
  readonly api: ChargeApi;
}

/** The same form after an authentication. */
export interface PostedIntent {
  readonly intent: string;
}

/**
 * One field of a posted form. A field that is missing gives nothing, and so does one that came
 * twice, which the parser turns into an array.
 */
export function readField(body: unknown, name: string): string | undefined {
  if (!hasField(body, name)) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : undefined;
}

/**
 * What `<pay-button>` wrote into the form, and the shop's own fields in it; or nothing where they are
 * not what the shop's pages send. All else that stands in the form is nobody's business.
 */
export function readPayment(body: unknown): PostedPayment | PostedIntent | undefined {
  const given = meansFields.filter(([name]) => hasField(body, name));
  if (hasField(body, intentField)) {
    const intent = readId(body, intentField, 'pi_');
    return intent === undefined || given.length > 0 ? undefined : {intent};
  }
  const [field, ...others] = given;
  if (!field || others.length > 0) return undefined;
  const [name, kind, prefix] = field;
  const id = readId(body, name, prefix);
  const email = readField(body, 'stripe_email') || null;
  if (id === undefined || (email !== null && !isEmail(email))) return undefined;

  const api = kind === 'token' && readField(body, 'api') === 'charges' ? 'charges' : 'intents';
  const isKept = (kind === 'token' && api === 'intents') || kind === 'payment_method';
  return {
    means: {kind, id},
    email,
    save: isKept && readField(body, 'save') === 'yes',
    api,
  };
}

/** An id of Stripe's in a field, by the prefix of its kind. */
export function readId(body: unknown, name: string, prefix: string): string | undefined {
  const id = readField(body, name);
  const isId =
    id !== undefined &&
    id.length <= longest &&
    id.startsWith(prefix) &&
    /^\w+$/.test(id.slice(prefix.length));
  return isId ? id : undefined;
}

function hasField(body: unknown, name: string): body is object {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name);
}

function isEmail(text: string): boolean {
  return text.length <= longestEmail && emailPattern.test(text);
}

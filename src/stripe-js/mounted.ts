import type {PaymentMethodCreateParams, StripeElementClasses, StripeError} from '@stripe/stripe-js';
import type {GroupOptions} from './elements-options.js';
import type {FieldOptions} from './fields/field-options.js';
import type {FieldState} from './fields/field-state.js';
import type {ElementType} from './fields/inputs.js';
import {IntegrationError, refusals} from './integration-error.js';

type BillingDetails = PaymentMethodCreateParams.BillingDetails;

/** Options of an element that take effect in the page. */
export interface MountOptions extends FieldOptions {
  readonly classes?: StripeElementClasses;
  readonly defaultValues?: {readonly billingDetails?: BillingDetails};
}

/** What an element in the page tells. */
export interface Reports {
  ready(): void;
  change(state: FieldState): void;
  focus(): void;
  blur(): void;
  escape(): void;
  /** It cannot be loaded. */
  fail(): void;
}

/** An element in the page, from `mount` to `unmount`. */
export interface Mounted {
  readonly type: ElementType;
  /** Whether it can be asked: its page may have thrown its nodes out without `unmount`. */
  readonly isReady: boolean;
  /** What the page knows of the customer, of a Payment Element. */
  readonly billingDetails?: BillingDetails;
  isIn(container: HTMLElement): boolean;
  update(options: MountOptions): void;
  focus(): void;
  blur(): void;
  clear(): void;
  /** Shows what is wrong, what is missing included, and returns the first of it. */
  check(): StripeError | undefined | Promise<StripeError | undefined>;
  unmount(): void;
}

/** The elements of one `elements()`, and what they have in common. */
export interface MountGroup<M extends Mounted> {
  /** Those in the page. */
  readonly mounted: Set<M>;
  readonly options: GroupOptions;
}

/** The class of what is mounted. */
export type MountedClass<M extends Mounted> = new (...args: never[]) => M;

/** The elements of a card in parts, that with its number first. */
const splitTypes: readonly ElementType[] = ['cardNumber', 'cardExpiry', 'cardCvc'];

/** The elements that hold the same card as this one, itself included. */
export function cardOf<M extends Mounted>(element: M, mounted: Iterable<M>): M[] {
  if (!splitTypes.includes(element.type)) return [element];
  const all = [element, ...mounted];
  return splitTypes
    .map(type => all.find(each => each.type === type))
    .filter(each => each !== undefined);
}

/** @throws IntegrationError where one of them cannot be asked */
export function refuseUnready(elements: readonly Mounted[]): void {
  if (!elements.every(({isReady}) => isReady)) throw new IntegrationError(refusals.noData);
}

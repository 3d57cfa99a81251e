import type Stripe from 'stripe';

export type SourceUsage = 'reusable' | 'single_use';

export interface SourceType {
  readonly flow: 'none' | 'redirect';
  /** The first one is what it is when a request does not say. */
  readonly usages: readonly [SourceUsage, ...SourceUsage[]];
  /** The only currencies it takes, where that is so. */
  readonly currencies?: readonly string[];
}

/** The types of Source: how each gets its customer's consent, and how often it can be charged. */
export const sourceTypes = {
  card: {flow: 'none', usages: ['reusable', 'single_use']},
  three_d_secure: {flow: 'redirect', usages: ['single_use']},
  alipay: {flow: 'redirect', usages: ['single_use', 'reusable']},
  bancontact: {flow: 'redirect', usages: ['single_use'], currencies: ['eur']},
  eps: {flow: 'redirect', usages: ['single_use'], currencies: ['eur']},
  giropay: {flow: 'redirect', usages: ['single_use'], currencies: ['eur']},
  ideal: {flow: 'redirect', usages: ['single_use'], currencies: ['eur']},
  p24: {flow: 'redirect', usages: ['single_use'], currencies: ['eur', 'pln']},
} as const satisfies Partial<Record<Stripe.Source.Type, SourceType>>;

export type SourceTypeName = keyof typeof sourceTypes;

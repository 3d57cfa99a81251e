/** How an attempt to charge an order ended, or why it has not. */
export type Outcome =
  | {readonly state: 'paid'}
  /** Nothing was charged; another card may be tried. */
  | {readonly state: 'refused'; readonly code: string}
  /** Nothing was charged, for a reason of the shop's own: no other card would help. */
  | {readonly state: 'failed'}
  /** The customer has to answer their bank. */
  | {
      readonly state: 'action';
      /** For Stripe.js, which asks in the page. */
      readonly clientSecret: string;
      /** The page that asks, where there is one. */
      readonly url?: string;
    }
  /** Nobody knows yet. */
  | {readonly state: 'unknown'}
  | {readonly state: 'held'}
  /** Another attempt is under way. */
  | {readonly state: 'busy'}
  /** Too many refusals before this one: nothing was tried. */
  | {readonly state: 'limited'; readonly milliseconds: number};

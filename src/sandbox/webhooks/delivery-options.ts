/** How webhooks are delivered. */
export interface DeliveryOptions {
  /** Milliseconds from each failed try to the next; then it is given up. */
  readonly pauses?: readonly number[];
}

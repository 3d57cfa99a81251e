/** What came of sending an event to a webhook endpoint. */
export interface DeliveryTry {
  /** `evt_…` */
  readonly event: string;
  /** Such as `charge.succeeded`. */
  readonly kind: string;
  /** `we_…` */
  readonly endpoint: string;
  readonly url: string;
  /** The status that the endpoint answered with; null when it gave no answer. */
  readonly status: number | null;
  /** `failed` is tried again later, `lost` never: the tries are over, or too many events wait. */
  readonly outcome: 'delivered' | 'failed' | 'lost';
}

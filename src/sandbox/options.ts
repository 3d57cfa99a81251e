import type {DeliveryOptions} from './webhooks/delivery-options.js';

export interface SandboxOptions {
  /** 4243 unless given; 0 takes any free port. */
  readonly port?: number;
  /** More API requests than this in one second get status 429; no limit unless given. */
  readonly requestsPerSecond?: number;
  /** How webhooks are delivered. */
  readonly webhooks?: DeliveryOptions;
}

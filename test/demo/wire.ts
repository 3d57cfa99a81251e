import type {RunningShop} from './shop.js';

/** What happens to a request to Stripe. */
export type Fault =
  'none' | 'lose-request' | 'lose-answer' | 'error' | 'hold-request' | 'hold-answer';

/** Which request it happens to: the one that takes the money, or another one. */
export type Target = 'charge' | 'first other' | 'second other';

/** Lets a test break and hold what the shop sends to Stripe. */
export class FaultyWire {
  #fault: Fault = 'none';
  #target: Target = 'charge';
  #tellHeld = () => {};
  readonly #held = new Set<{goOn: () => void; lose: () => void}>();
  readonly #lost = new Set<() => void>();

  constructor(shop: RunningShop) {
    shop.wire = async (path, send) => {
      switch (this.#faultFor(path)) {
        case 'none':
          return send();
        case 'lose-request':
          throw new TypeError('connection lost');
        case 'error':
          return Response.json({error: {type: 'api_error'}}, {status: 500});
        case 'lose-answer':
          await (await send()).arrayBuffer();
          throw new TypeError('connection lost');
        case 'hold-request':
          await this.#hold();
          return send();
        case 'hold-answer': {
          const response = await send();
          await this.#hold();
          return response;
        }
      }
    };
  }

  /**
   * Does something, with a fault for one of the requests that it sends. Settles when it is done, or
   * when it is held.
   */
  async with(fault: Fault, target: Target, act: () => Promise<unknown>): Promise<void> {
    this.#fault = fault;
    this.#target = target;
    const held = new Promise<void>(resolve => {
      this.#tellHeld = resolve;
    });
    await Promise.race([act(), held]);
    this.#fault = 'none';
  }

  /** Lets everything go on that is held. */
  release(): void {
    for (const {goOn} of this.#held) goOn();
    this.#held.clear();
  }

  /** What is held does not go on before `end`: its process is gone. */
  drop(): void {
    for (const {lose} of this.#held) this.#lost.add(lose);
    this.#held.clear();
  }

  /** Ends what was dropped, so that no timer of it stays. */
  end(): void {
    for (const lose of this.#lost) lose();
    this.#lost.clear();
  }

  /** The fault, once, if this is the request for it. */
  #faultFor(path: string): Fault {
    const takesMoney = path === '/v1/payment_intents' || path === '/v1/charges';
    if (takesMoney !== (this.#target === 'charge')) return 'none';
    if (this.#target === 'second other') {
      this.#target = 'first other';
      return 'none';
    }
    const fault = this.#fault;
    this.#fault = 'none';
    return fault;
  }

  #hold(): Promise<void> {
    return new Promise((goOn, fail) => {
      this.#held.add({goOn, lose: () => fail(new TypeError('connection lost'))});
      this.#tellHeld();
    });
  }
}

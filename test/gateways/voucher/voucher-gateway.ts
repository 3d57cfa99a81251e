import {attributeError, errorCodes, PayError} from '../../../src/errors.js';
import type {
  CardEvent,
  CardForm,
  CardLook,
  CardPlaces,
  Gateway,
  Product,
} from '../../../src/gateways/gateway.js';
import {deferred} from '../../helpers/deferred.js';

/** What the provider's frame tells the page. */
type Told =
  | {readonly type: 'ready' | 'focus' | 'blur' | 'escape'}
  | Omit<Extract<CardEvent, {type: 'change'}>, 'field'>
  | {readonly type: 'token'; readonly id: string}
  | {readonly type: 'refused'; readonly code: string; readonly message: string};

/** A second provider, small but whole: one input for a voucher, in a frame of another origin. */
export const voucherGateway: Gateway = {
  name: 'Voucher House',

  isTestKey(key) {
    if (!/^house_(test|live)_/.test(key)) {
      throw attributeError(
        errorCodes.invalidKey,
        'data-key',
        'a key of Voucher House (house_test_…)',
      );
    }
    return key.startsWith('house_test_');
  },

  fieldsFor: () => ['card'],

  load: () => Promise.resolve(new VoucherForm()),

  refusal: refusedFor,
};

function refusedFor(code: string, message: string): PayError {
  return new PayError(code, 'customer', message, {field: 'card'});
}

class VoucherForm implements CardForm {
  readonly #frame = document.createElement('iframe');
  readonly #life = new AbortController();
  #answer = deferred<Product>();

  mount({card}: CardPlaces, look: CardLook, listener: (event: CardEvent) => void): void {
    window.addEventListener(
      'message',
      ({source, data}: MessageEvent<Told>) => {
        if (source === this.#frame.contentWindow) this.#hear(data, look, listener);
      },
      {signal: this.#life.signal},
    );
    // Its origin is none, and so never the page's.
    this.#frame.setAttribute('sandbox', 'allow-scripts');
    this.#frame.title = 'Voucher';
    this.#frame.src = new URL('frame.html', import.meta.url).pathname;
    card?.append(this.#frame);
  }

  restyle(look: CardLook): void {
    this.#tell({type: 'look', look});
  }

  focus(): void {
    this.#frame.focus();
    this.#tell({type: 'focus'});
  }

  tokenize(): Promise<Product> {
    this.#answer = deferred();
    this.#tell({type: 'tokenize'});
    return this.#answer.promise;
  }

  authenticate(): Promise<string> {
    return Promise.reject(
      new PayError(errorCodes.providerFailed, 'network', 'Voucher House asks no bank.'),
    );
  }

  destroy(): void {
    this.#life.abort();
    this.#frame.remove();
  }

  #tell(message: object): void {
    this.#frame.contentWindow?.postMessage(message, '*');
  }

  #hear(told: Told, look: CardLook, listener: (event: CardEvent) => void): void {
    switch (told.type) {
      case 'token':
        this.#answer.resolve({
          kind: 'token',
          id: told.id,
          type: 'voucher',
          card: undefined,
          raw: told,
        });
        break;
      case 'refused':
        this.#answer.reject(refusedFor(told.code, told.message));
        break;
      case 'ready':
        this.restyle(look);
        listener({type: 'ready', field: 'card'});
        break;
      default:
        listener({...told, field: 'card'});
    }
  }
}

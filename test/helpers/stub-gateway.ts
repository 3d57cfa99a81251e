import {deferred} from './deferred.js';
import {PayError} from '../../src/errors.js';
import type {
  CardDetails,
  CardEvent,
  CardField,
  CardForm,
  CardLook,
  CardPlaces,
  CardRequest,
  Gateway,
  Product,
  ProductKind,
} from '../../src/gateways/gateway.js';

export const product: Product = {
  kind: 'token',
  id: 'tok_stub',
  type: 'card',
  card: {brand: 'Visa', last4: '4242', expMonth: 12, expYear: 2034},
  raw: {id: 'tok_stub', object: 'token'},
};

/** A gateway whose every answer the test gives, with plain inputs for fields. */
export class StubGateway implements Gateway {
  readonly name = 'Stub';
  /** How often each verb was called. */
  readonly calls = {load: 0, tokenize: 0, destroy: 0};
  readonly requests: CardRequest[] = [];
  /** What fields were put on the page for. */
  readonly mounted: CardRequest[] = [];
  /** The payments that the bank was to ask about. */
  readonly secrets: string[] = [];
  readonly details: CardDetails[] = [];
  /** How the fields were to look, at first and since. */
  readonly looks: CardLook[] = [];
  readonly inputs = new Map<CardField, HTMLInputElement>();
  /** Whether fields report `ready` as soon as they are mounted. */
  ready = true;
  /** Whether it loads without being told to. */
  readonly loads: boolean;
  #listener: (event: CardEvent) => void = () => {};
  #loading = deferred();
  #tokenizing = deferred<Product>();
  #authenticating = deferred<string>();

  constructor({loads = true} = {}) {
    this.loads = loads;
    if (loads) this.#loading.resolve();
  }

  isTestKey(key: string): boolean {
    if (key.startsWith('sk_')) throw new PayError('secret_key', 'merchant', 'data-key is secret.');
    return key.startsWith('pk_test_');
  }

  fieldsFor(create: ProductKind): readonly CardField[] {
    return create === 'confirmation-token' ? ['card'] : ['number', 'expiry', 'cvc'];
  }

  refusal(code: string, message: string): PayError {
    return new PayError(code, 'customer', message, {field: 'number'});
  }

  async load(request: CardRequest): Promise<CardForm> {
    this.calls.load++;
    this.requests.push(request);
    await this.#loading.promise;
    return {
      mount: (places, look, listener) => {
        this.mounted.push(request);
        this.looks.push(look);
        this.#listener = listener;
        this.#mountAll(places);
        if (this.ready) this.#fields.forEach(field => this.say({type: 'ready', field}));
      },
      restyle: look => this.looks.push(look),
      focus: field => this.inputs.get(field)?.focus(),
      tokenize: details => {
        this.calls.tokenize++;
        this.details.push(details);
        return this.#tokenizing.promise;
      },
      authenticate: secret => {
        this.secrets.push(secret);
        return this.#authenticating.promise;
      },
      destroy: () => {
        this.calls.destroy++;
        for (const input of this.inputs.values()) input.remove();
      },
    };
  }

  get #fields(): CardField[] {
    return [...this.inputs.keys()];
  }

  #mountAll(places: CardPlaces): void {
    this.inputs.clear();
    for (const [field, place] of Object.entries(places)) this.#mount(field as CardField, place);
  }

  #mount(field: CardField, place: HTMLElement): void {
    const input = document.createElement('input');
    input.setAttribute('aria-label', field);
    input.style.width = '100%';
    place.append(input);
    this.inputs.set(field, input);
  }

  /** The script comes, or does not. */
  succeedLoading(): void {
    this.#loading.resolve();
  }

  failLoading(error: PayError): void {
    this.#loading.reject(error);
    this.#loading = deferred();
  }

  /** A field speaks. */
  say(event: CardEvent): void {
    this.#listener(event);
  }

  completeCard(): void {
    for (const field of this.#fields) {
      this.say({type: 'change', field, complete: true, error: undefined});
    }
  }

  /** The provider answers the call under way. */
  succeed(answer = product): void {
    this.#tokenizing.resolve(answer);
    this.#tokenizing = deferred<Product>();
  }

  /** The bank is satisfied, or is not. */
  authenticated(intent: string): void {
    this.#authenticating.resolve(intent);
    this.#authenticating = deferred<string>();
  }

  notAuthenticated(error: PayError): void {
    this.#authenticating.reject(error);
    this.#authenticating = deferred<string>();
  }

  refuse(error: unknown): void {
    this.#tokenizing.reject(error);
    this.#tokenizing = deferred<Product>();
  }
}

export function declined(): PayError {
  return new PayError('card_declined', 'customer', 'Your card was declined.', {field: 'number'});
}

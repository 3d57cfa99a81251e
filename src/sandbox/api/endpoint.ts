import type Stripe from 'stripe';
import type {Store} from '../store/store.js';
import type {Kind} from './expand.js';
import type {Form} from './form.js';
import type {KeyKind} from './keys.js';
import {type Fields, readParams} from './params.js';

/** Where things happen, whether a request asked for them or a customer in a page of the sandbox. */
export interface Scene {
  readonly store: Store;
  /** The sandbox's own, such as `http://localhost:4243`. */
  readonly origin: string;
  /** The request that caused it, as events name it. */
  readonly request: Stripe.Event.Request | null;
}

/** What a request has besides its parameters. */
export interface Call extends Scene {
  /** The id in the address; empty where there is none. */
  readonly id: string;
  /** The second id in the address, such as that of a customer's source. */
  readonly subId: string;
  readonly clientIp: string | null;
  readonly keyKind: KeyKind;
  /** Of the API, such as `2026-10-28.endive`. */
  readonly version: string;
}

interface Definition<P> {
  readonly method: 'DELETE' | 'GET' | 'POST';
  /** Below `/v1`, with `:id` for an id and `:subId` for a second one. */
  readonly path: string;
  /** Whether browsers may call it with a publishable key. */
  readonly isPublic?: boolean;
  readonly returns: Kind;
  /** The parameters it knows; what is wrong with them leaves the idempotency key free. */
  readonly params: Fields<P>;
  /** Throws for what is wrong with them together; that leaves the idempotency key free as well. */
  readonly check?: (params: P, call: Call) => void;
  readonly run: (params: P, call: Call) => object;
}

/** One line of the API: a method, a path and what happens there. */
export interface Endpoint extends Omit<Definition<unknown>, 'check' | 'params' | 'run'> {
  /** Checks the parameters, then returns what carries the request out. */
  readonly prepare: (form: Form, call: Call) => () => object;
}

export function endpoint<P>(definition: Definition<P>): Endpoint {
  const {check, params, run, ...rest} = definition;
  return {
    ...rest,
    prepare: (form, call) => {
      const values = readParams(params, form);
      check?.(values, call);
      return () => run(values, call);
    },
  };
}

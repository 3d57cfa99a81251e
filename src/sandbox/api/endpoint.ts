import type {Store} from '../store/store.js';
import type {Kind} from './expand.js';
import type {Form} from './form.js';
import {type Fields, readParams} from './params.js';

/** What a request has besides its parameters. */
export interface Call {
  readonly store: Store;
  /** The id in the address; empty where there is none. */
  readonly id: string;
  /** The sandbox's own, such as `http://localhost:4243`. */
  readonly origin: string;
  readonly clientIp: string | null;
}

interface Definition<P> {
  readonly method: 'GET' | 'POST';
  /** Below `/v1`, with `:id` for an id. */
  readonly path: string;
  /** Whether browsers may call it with a publishable key. */
  readonly isPublic?: boolean;
  readonly returns: Kind;
  /** The parameters it knows; what is wrong with them leaves the idempotency key free. */
  readonly params: Fields<P>;
  readonly run: (params: P, call: Call) => object;
}

/** One line of the API: a method, a path and what happens there. */
export interface Endpoint extends Omit<Definition<unknown>, 'params' | 'run'> {
  /** Checks the parameters, then returns what carries the request out. */
  readonly prepare: (form: Form) => (call: Call) => object;
}

export function endpoint<P>(definition: Definition<P>): Endpoint {
  const {params, run, ...rest} = definition;
  return {
    ...rest,
    prepare: form => {
      const values = readParams(params, form);
      return call => run(values, call);
    },
  };
}

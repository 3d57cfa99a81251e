import type {Form} from './form.js';
import type {KeyKind} from './keys.js';

/** What came of a request, for those who watch. */
export interface Outcome {
  /** The object that was answered. */
  readonly object?: {readonly id?: string; readonly object?: string; readonly status?: unknown};
  readonly error?: {readonly type: string; readonly code?: string; readonly message: string};
  readonly isReplay?: boolean;
}

/** What is known of a request while the API answers it. */
export interface ApiEnv {
  Variables: {
    requestId: string;
    form: Form;
    expand: readonly string[];
    keyKind: KeyKind;
    version: string;
    /** The key that was sent, masked. */
    key: string;
    outcome: Outcome;
    /**
     * Waits before the request is carried out, once its idempotency key is taken.
     * Returns whether to go on.
     */
    hold: (() => Promise<boolean>) | undefined;
    /** Whether the request is read and then left to a fault. */
    isStopped: boolean;
  };
}

/** The same for those who watch from outside: a request may be refused before any of it is known. */
export interface WatchEnv {
  Variables: Partial<ApiEnv['Variables']>;
}

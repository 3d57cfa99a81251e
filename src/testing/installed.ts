import type {Control} from './control.js';

let current: Control | undefined;

/**
 * The installed fake. Read afresh at each use: pages keep what `loadStripe` gave them in a module,
 * and so from one test to the next.
 * @throws an Error after `restore()`
 */
export function installed(): Control {
  if (!current) throw new Error('The fake Stripe was restored. Call installFakeStripe() again.');
  return current;
}

export function isInstalled(): boolean {
  return current !== undefined;
}

export function install(control: Control | undefined): void {
  current = control;
}

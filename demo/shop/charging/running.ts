import type {Attempt} from '../orders/order.js';

/** The attempts that this process is charging or asking about for a posted form. */
const running = new Set<string>();

/** True while a form of the same attempt is being answered: another one need not ask as well. */
export function isRunning(attempt: Attempt): boolean {
  return running.has(nameOf(attempt));
}

/** Does something for an attempt, which is running meanwhile. */
export async function whileRunning<T>(attempt: Attempt, act: () => Promise<T>): Promise<T> {
  const name = nameOf(attempt);
  running.add(name);
  try {
    return await act();
  } finally {
    running.delete(name);
  }
}

function nameOf({order, number}: Attempt): string {
  return `${order.id} ${number}`;
}

/**
 * A name that nobody can guess: 32 hexadecimal digits. `crypto.randomUUID` would be shorter, but
 * pages that come over HTTP from another machine do not have it.
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

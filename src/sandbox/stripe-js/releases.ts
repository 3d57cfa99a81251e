/** Names of Stripe.js releases, the oldest first. */
const releases: readonly string[] = ['v3', 'acacia', 'basil', 'clover', 'dahlia', 'endive'];

export function isRelease(name: string): boolean {
  return releases.includes(name);
}

export function isBefore(release: string, other: 'dahlia' | 'endive'): boolean {
  return releases.indexOf(release) < releases.indexOf(other);
}

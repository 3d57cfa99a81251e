/** Names of Stripe.js releases, the oldest first. */
const releases = ['v3', 'acacia', 'basil', 'clover', 'dahlia', 'endive'] as const;

export type Release = (typeof releases)[number];

export function isRelease(name: string): name is Release {
  return releases.some(release => release === name);
}

/** Whether a release is older than the one that removed something. */
export function isBefore(release: Release, other: 'dahlia' | 'endive'): boolean {
  return releases.indexOf(release) < releases.indexOf(other);
}

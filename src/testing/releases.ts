/** Releases of Stripe.js, oldest first. */
export const releases = ['v3', 'acacia', 'basil', 'clover', 'dahlia', 'endive'] as const;

export type Release = (typeof releases)[number];

/** Whether a release still has the methods of the Sources API, which dahlia removed. */
export function hasSources(release: Release): boolean {
  return releases.indexOf(release) < releases.indexOf('dahlia');
}

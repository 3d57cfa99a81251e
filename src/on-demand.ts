/**
 * What few pages need, loaded when it is needed. Bundlers split here; the script-tag build has
 * `on-demand.script.ts` in its place.
 */
export const onDemand = {
  /** How addresses are written, country by country, and the form for them. */
  addresses: () => import('./addresses/index.js'),
};

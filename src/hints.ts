const said = new Set<string>();

/** Tells the merchant something, once a page. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(message);
}

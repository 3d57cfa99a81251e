/** What merchants give on `<pay-button>` as well as to checkout.js, in the spelling of the latter. */
export const sharedNames = [
  'key',
  'amount',
  'currency',
  'name',
  'description',
  'image',
  'label',
  'panelLabel',
  'email',
  'locale',
  'zipCode',
  'billingAddress',
  'shippingAddress',
] as const;

/** `panelLabel` as an attribute: `data-panel-label`. */
export function attributeName(name: string): string {
  return `data-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}

/** checkout.js's rule: only absent, null and "false" are false. */
export function isTrue(value: unknown): boolean {
  return value != null && value !== false && value !== 'false';
}

/** What can be shown as a text, or nothing where that is empty. */
export function text(value: unknown): string | undefined {
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return shown.trim() || undefined;
}

/** Whether a text looks like an e-mail address. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

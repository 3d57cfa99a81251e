import type {Payment, PostedField} from '../checkout/payment.js';

/**
 * What checkout.js put into a form: `stripeBillingName` for our `stripe_billing_name`. Without a value: what this
 * address may lack, and an earlier one that the server wrote into the form may have.
 */
export function legacyFields(
  {billing, shipping}: Payment,
  fields: readonly PostedField[],
): readonly (readonly [name: string, value?: string])[] {
  const stale = [billing && 'Billing', shipping && 'Shipping'].flatMap(kind =>
    kind ? [[`stripe${kind}AddressState`] as const, [`stripe${kind}AddressApt`] as const] : [],
  );
  return [...stale, ...fields.map(([name, value]) => [camel(name), value] as const)];
}

function camel(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

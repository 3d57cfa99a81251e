import type {Driver, ElementType, Seen} from './contract.js';

export const splitTypes: readonly ElementType[] = ['cardNumber', 'cardExpiry', 'cardCvc'];

/** Mounts elements, and waits until they are ready. */
export async function mount(
  driver: Driver,
  types: readonly ElementType[],
  options: object = {},
): Promise<void> {
  await driver.run(
    ([wanted, given]) => {
      for (const type of wanted) window.contract.mount(type, given);
    },
    [types, options] as const,
  );
  await driver.until(
    count => window.contract.seen.filter(({name}) => name === 'ready').length >= count,
    types.length,
  );
}

/** The last event of this name, once it has these details; what is to be undefined it does not have. */
export async function event(
  driver: Driver,
  type: ElementType,
  name: string,
  details: Record<string, unknown> = {},
): Promise<Seen> {
  await driver.until(
    ([elementType, wantedName, wanted]) => {
      const {seen} = window.contract;
      const fits = seen.filter(
        each => each.elementType === elementType && each.name === wantedName,
      );
      const last = fits.at(-1);
      return last !== undefined && wanted.every(([key, value]) => (last[key] ?? null) === value);
    },
    // On its way to the page what is undefined gets lost.
    [
      type,
      name,
      Object.entries(details).map(([key, value]) => [key, value ?? null] as const),
    ] as const,
  );
  const seen = await all(driver, type, name);
  const last = seen.at(-1);
  if (!last) throw new Error(`There was no ${name} event.`);
  return last;
}

/** The last change event that complains. */
export async function complaint(driver: Driver, type: ElementType): Promise<unknown> {
  await driver.until(
    elementType =>
      window.contract.seen.some(
        each => each.elementType === elementType && each['error'] !== undefined,
      ),
    type,
  );
  return (await event(driver, type, 'change'))['error'];
}

export function all(driver: Driver, type: ElementType, name: string): Promise<Seen[]> {
  return driver.run(
    ([elementType, wanted]) =>
      window.contract.seen.filter(each => each.elementType === elementType && each.name === wanted),
    [type, name] as const,
  );
}

/** Mounts a split card and types it, good until the end of 2034. */
export async function typeSplitCard(
  driver: Driver,
  number = '4242424242424242',
  cvc = '123',
): Promise<void> {
  await mount(driver, splitTypes);
  await driver.type('cardNumber', 'number', number);
  await driver.type('cardExpiry', 'expiry', '1234');
  await driver.type('cardCvc', 'cvc', cvc);
  await event(driver, 'cardCvc', 'change', {complete: true});
}

/** Mounts one element for a whole card and types it. */
export async function typeCard(
  driver: Driver,
  type: 'card' | 'payment',
  number = '4242424242424242',
  options: object = {},
): Promise<void> {
  await mount(driver, [type], options);
  await driver.type(type, 'number', number);
  await driver.type(type, 'expiry', '1234');
  await driver.type(type, 'cvc', '123');
  if (type === 'card') await driver.type(type, 'postal', '42424');
  await event(driver, type, 'change', {complete: true});
}

/** The classes of an element's container, in alphabetical order. */
export async function classesOf(driver: Driver, type: ElementType): Promise<string[]> {
  const names = await driver.run(id => document.getElementById(id)?.className ?? '', type);
  return names.split(' ').filter(Boolean).sort();
}

/** Text with what is different each time left out. */
export function withoutIds(text: string): string {
  return text.replaceAll(/\b(tok|card|pm|ctoken|pi)_\w+/g, '$1_…');
}

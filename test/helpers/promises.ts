import type {Words} from '../../src/locales/en.js';

/** The clauses of a text: Thai has a space between them, the others a mark. */
export function clausesOf(text: string): string[] {
  return text.split(/[.。，] *|(?<=\p{Script=Thai}) /u).filter(Boolean);
}

/** How a language says that nothing was charged: all that these three errors have in common. */
export function promisesOf({errors}: Words): string[] {
  const others = [errors.unreachable, errors.provider_refused].map(clausesOf);
  return clausesOf(errors.rate_limit).filter(clause => others.every(text => text.includes(clause)));
}

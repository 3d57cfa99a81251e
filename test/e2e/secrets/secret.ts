/**
 * Stands for a card, or opens something: tokens and the like, secret keys, webhooks' and clients' secrets. What the shop
 * draws by lot is hexadecimal, which can look like none of them.
 */
const named =
  /\b(?:tok|src|pm|ctoken)_\w{8,}|\b[sr]k_(?:test|live)_\w+|\bwhsec_\w+|\b\w+_secret_\w+/;

/** As many digits as a card has. */
const digits = /(?<![\w.])\d(?:[ -]?\d){12,18}(?![\w.])/;

/** Digits may stand together in there as in a card's number: axe's messages from frame to frame are full of them. */
const uuid = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi;

/** What may be a secret, for where it is looked for in the page; `secretIn` decides. */
export const suspicious = {named: named.source, digits: digits.source} as const;

/** A card's number, a token or a secret in this text. */
export function secretIn(text: string): string | undefined {
  const [secret] = named.exec(text) ?? [];
  if (secret !== undefined) return secret;
  const runs = text.replaceAll(uuid, '').matchAll(new RegExp(digits, 'g'));
  return [...runs].map(([run]) => run).find(isCardNumber);
}

/** By the check digit, which one in ten other numbers has as well: cards begin with 3 to 6. */
function isCardNumber(run: string): boolean {
  const number = run.replace(/\D/g, '');
  const sum = [...number].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return /^[3-6]/.test(number) && sum % 10 === 0;
}

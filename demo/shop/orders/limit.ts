/**
 * Against card testing: thieves try stolen numbers at shops, one after the other. So many refusals
 * from one session, or from one address, within the window, and the next card has to wait. What is
 * under way counts as well, so that many tries at once get no further than one after the other.
 */
export const refusalLimit = 5;

/** Milliseconds. */
export const refusalWindow = 60 * 60 * 1000;

/** Refused because of the shop, not of the card: not counted. */
export const shopUnavailable = 'shop_unavailable';

/** The attempts that count, newest first, by one of the two columns that name who. */
export function countedBy(column: 'orders.session' | 'attempts.address'): string {
  return `
    SELECT attempts.begun FROM attempts JOIN orders ON orders.id = attempts.order_id
    WHERE ${column} = ? AND attempts.begun > ?
      AND CASE
        WHEN attempts.refusal IS NULL
          THEN orders.status IN ('unknown', 'action') AND orders.attempt = attempts.number
        ELSE attempts.refusal <> '${shopUnavailable}'
      END
    ORDER BY attempts.begun DESC LIMIT ${refusalLimit}`;
}

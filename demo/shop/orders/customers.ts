import {randomUUID} from 'node:crypto';
import type {Database} from './database.js';
import type {SavedCard} from './order.js';
import {savedCardFrom} from './rows.js';

/** Somebody who pays, in this browser. */
export interface Customer {
  readonly session: string;
  /** Names the customer in requests to Stripe until Stripe's own id is known. */
  readonly reference: string;
  /** As it was at the first payment. */
  readonly email: string | null;
  /** Stripe's Customer, once that is known. */
  readonly stripeId: string | null;
}

/** Who paid, by session, and the cards that they let the shop keep. */
export class Customers {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The customer of a session, written down now where there is none. */
  async ofSession(session: string, email: string | null): Promise<Customer> {
    await this.#database.execute(
      'INSERT OR IGNORE INTO customers (session, reference, email) VALUES (?, ?, ?)',
      [session, randomUUID(), email],
    );
    const {rows} = await this.#database.execute('SELECT * FROM customers WHERE session = ?', [
      session,
    ]);
    return {
      session,
      reference: rows[0].reference as string,
      email: rows[0].email as string | null,
      stripeId: rows[0].stripe_id as string | null,
    };
  }

  /** Writes down Stripe's id of a customer. */
  async identify({reference}: Customer, stripeId: string): Promise<void> {
    await this.#database.execute('UPDATE customers SET stripe_id = ? WHERE reference = ?', [
      stripeId,
      reference,
    ]);
  }

  /** Forgets Stripe's id, since Stripe has no such customer any more, and with it the cards. */
  async renew({session, reference}: Customer, email: string | null): Promise<Customer> {
    await this.#database.batch([
      {
        sql: `DELETE FROM saved_cards WHERE session =
                  (SELECT session FROM customers WHERE reference = ?)`,
        args: [reference],
      },
      {
        sql: `UPDATE customers SET reference = ?, email = ?, stripe_id = NULL
                WHERE reference = ?`,
        args: [randomUUID(), email, reference],
      },
    ]);
    return this.ofSession(session, email);
  }

  async savedCards(session: string): Promise<SavedCard[]> {
    const {rows} = await this.#database.execute(
      'SELECT * FROM saved_cards WHERE session = ? ORDER BY rowid',
      [session],
    );
    return rows.map(savedCardFrom);
  }

  /** One of the session's own cards, or nothing: another's card is as good as none. */
  async savedCard(session: string, id: string): Promise<SavedCard | undefined> {
    return (await this.savedCards(session)).find(card => card.id === id);
  }

  async forgetCard(session: string, id: string): Promise<void> {
    await this.#database.execute('DELETE FROM saved_cards WHERE session = ? AND id = ?', [
      session,
      id,
    ]);
  }
}

/** Writes down a card that a customer wants kept: in one go with the payment that brought it. */
export function saving({id, brand, last4, expMonth, expYear}: SavedCard, session: string) {
  return {
    sql: `INSERT OR IGNORE INTO saved_cards (id, session, brand, last4, exp_month, exp_year)
          VALUES (?, ?, ?, ?, ?, ?)`,
    args: [id, session, brand, last4, expMonth, expYear],
  };
}

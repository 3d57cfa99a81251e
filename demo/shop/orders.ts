import {randomUUID} from 'node:crypto';
import {createClient, type Client, type Row} from '@libsql/client';
import type {Currency, Product} from './products.js';

/**
 * Where an order stands:
 * - `open`: nothing is charged, a card may be charged;
 * - `unknown`: an attempt to charge was begun and its outcome is not written yet: the request is on
 *   its way, its answer was lost, or the server stopped in between. Nobody begins another attempt;
 * - `paid`: charged, once, with a row in `payments`;
 * - `held`: what Stripe did does not fit the order. A person has to look.
 */
export type OrderStatus = 'open' | 'unknown' | 'paid' | 'held';

/** What the customer's browser handed over to pay with. */
export interface Card {
  readonly token: string;
  readonly email: string | null;
}

export interface Order {
  readonly id: string;
  /**
   * The product as it was when it was ordered: later changes of the catalogue do not reach back.
   */
  readonly product: Product;
  readonly status: OrderStatus;
  readonly created: string;
}

/** An order with an attempt to charge it, which is the only one under way. */
export interface Attempt {
  readonly order: Order;
  /** 1 for the first card; one more after each definitive decline. */
  readonly number: number;
  readonly card: Card;
}

/** What was charged for an order: the ids that Stripe gave. */
export interface Payment {
  readonly token: string;
  readonly email: string | null;
  readonly customer: string;
  readonly paymentIntent: string;
  readonly charge: string;
  readonly paid: string;
}

/**
 * The amount stands in the order before anything is charged, and one order has one payment: the
 * database says so, whatever the code around it does.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY,
    product TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'unknown', 'paid', 'held')),
    attempt INTEGER NOT NULL,
    token TEXT,
    email TEXT,
    created TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS payments (
    order_id TEXT NOT NULL UNIQUE REFERENCES orders (id),
    charge_id TEXT NOT NULL UNIQUE,
    payment_intent_id TEXT NOT NULL UNIQUE,
    customer_id TEXT NOT NULL,
    token TEXT NOT NULL,
    email TEXT,
    paid TEXT NOT NULL
  );
`;

/** The shop's orders and their payments in an SQL database. */
export class Orders {
  readonly #database: Client;

  private constructor(database: Client) {
    this.#database = database;
  }

  /**
   * Opens the database and makes its tables where they are missing.
   * @param url `file:shop.db`, `:memory:`, or a remote `libsql://…?authToken=…`
   */
  static async open(url: string): Promise<Orders> {
    const database = createClient({url});
    await database.executeMultiple(schema);
    return new Orders(database);
  }

  close(): void {
    this.#database.close();
  }

  /** Writes an open order for one piece of a product. */
  async create(product: Product): Promise<Order> {
    const order: Order = {
      id: randomUUID(),
      product,
      status: 'open',
      created: new Date().toISOString(),
    };
    await this.#database.execute(
      `INSERT INTO orders
         (id, product, name, description, amount, currency, status, attempt, created)
       VALUES
         (:id, :product, :name, :description, :amount, :currency, :status, 0, :created)`,
      {
        id: order.id,
        product: product.id,
        name: product.name,
        description: product.description,
        amount: product.amount,
        currency: product.currency,
        status: order.status,
        created: order.created,
      },
    );
    return order;
  }

  async find(id: string): Promise<Order | undefined> {
    const row = await this.#first('SELECT * FROM orders WHERE id = ?', id);
    return row && orderFrom(row);
  }

  /** The payment of a paid order. */
  async payment({id}: Order): Promise<Payment> {
    const row = await this.#first('SELECT * FROM payments WHERE order_id = ?', id);
    if (!row) throw new Error(`Order ${id} has no payment.`);
    return paymentFrom(row);
  }

  /**
   * Begins an attempt to charge an open order. Of any number of callers at the same time one gets
   * the attempt; the others, and callers for an order that is not open, get nothing.
   */
  async beginAttempt(orderId: string, card: Card): Promise<Attempt | undefined> {
    const row = await this.#first(
      `UPDATE orders SET status = 'unknown', attempt = attempt + 1, token = ?, email = ?
       WHERE id = ? AND status = 'open' RETURNING *`,
      card.token,
      card.email,
      orderId,
    );
    return row && attemptFrom(row);
  }

  /** The attempt whose outcome is not known, to be asked for again with the same card. */
  async findUnknownAttempt(orderId: string): Promise<Attempt | undefined> {
    const row = await this.#first(
      `SELECT * FROM orders WHERE id = ? AND status = 'unknown'`,
      orderId,
    );
    return row && attemptFrom(row);
  }

  /** Ends an attempt that was declined for good: the order is open for another card. */
  async reopen(attempt: Attempt): Promise<void> {
    await this.#endAttempt(attempt, 'open');
  }

  /**
   * Ends an attempt whose charge does not fit the order: nobody can pay it until a person has
   * looked.
   */
  async hold(attempt: Attempt): Promise<void> {
    await this.#endAttempt(attempt, 'held');
  }

  /**
   * Ends an attempt that was charged: writes the payment and marks the order as paid, both or
   * neither. Asking twice changes nothing.
   */
  async pay({order, number}: Attempt, payment: Payment): Promise<void> {
    await this.#database.batch(
      [
        {
          sql: `INSERT INTO payments
                  (order_id, charge_id, payment_intent_id, customer_id, token, email, paid)
                SELECT id, :charge, :paymentIntent, :customer, :token, :email, :paid
                FROM orders WHERE id = :id AND attempt = :number AND status = 'unknown'`,
          args: {...payment, id: order.id, number},
        },
        {
          sql: `UPDATE orders SET status = 'paid'
                WHERE id = ? AND attempt = ? AND status = 'unknown'`,
          args: [order.id, number],
        },
      ],
      'write',
    );
  }

  async #endAttempt({order, number}: Attempt, status: OrderStatus): Promise<void> {
    await this.#database.execute(
      `UPDATE orders SET status = ? WHERE id = ? AND attempt = ? AND status = 'unknown'`,
      [status, order.id, number],
    );
  }

  async #first(sql: string, ...args: (string | null)[]): Promise<Row | undefined> {
    const {rows} = await this.#database.execute(sql, args);
    return rows[0];
  }
}

function orderFrom(row: Row): Order {
  return {
    id: row.id as string,
    product: {
      id: row.product as string,
      name: row.name as string,
      description: row.description as string,
      amount: row.amount as number,
      currency: row.currency as Currency,
    },
    status: row.status as OrderStatus,
    created: row.created as string,
  };
}

function attemptFrom(row: Row): Attempt {
  return {
    order: orderFrom(row),
    number: row.attempt as number,
    card: {token: row.token as string, email: row.email as string | null},
  };
}

function paymentFrom(row: Row): Payment {
  return {
    token: row.token as string,
    email: row.email as string | null,
    customer: row.customer_id as string,
    paymentIntent: row.payment_intent_id as string,
    charge: row.charge_id as string,
    paid: row.paid as string,
  };
}

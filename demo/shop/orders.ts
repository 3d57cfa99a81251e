import {randomUUID} from 'node:crypto';
import type {InStatement, InValue, Row} from '@libsql/client';
import type {Product} from './products.js';
import {Customers, saving} from './orders/customers.js';
import {Database} from './orders/database.js';
import {countedBy, refusalLimit, refusalWindow} from './orders/limit.js';
import type {Attempt, Order, OrderStatus, Payment, SavedCard, Wish} from './orders/order.js';
import {nameOf, remembering} from './orders/refusals.js';
import {attemptColumns, attemptFrom, orderFrom, paymentFrom} from './orders/rows.js';
import {schema} from './orders/schema.js';

const selectAttempt = `
  SELECT orders.*, ${attemptColumns} FROM orders
  JOIN attempts ON attempts.order_id = orders.id`;

/** The condition on an order whose attempt of this number is under way. */
const underWay = `attempt = ? AND status IN ('unknown', 'action')`;

/** The shop's orders, the attempts to charge them and their payments, in an SQL database. */
export class Orders {
  /** Who paid them, in the same database. */
  readonly customers: Customers;
  readonly #database: Database;
  readonly #now: () => number;

  private constructor(database: Database, now: () => number) {
    this.customers = new Customers(database);
    this.#database = database;
    this.#now = now;
  }

  /**
   * Opens the database and makes its tables where they are missing.
   * @param url `file:shop.db`, `:memory:`, or a remote `libsql://…?authToken=…`
   * @throws DatabaseLockedError where another program keeps the file locked, as all methods do
   */
  static async open(url: string, now: () => number = Date.now): Promise<Orders> {
    return new Orders(await Database.open(url, schema), now);
  }

  close(): void {
    this.#database.close();
  }

  /** Writes an open order for one piece of a product. */
  async create(product: Product, session: string): Promise<Order> {
    const created = new Date(this.#now()).toISOString();
    const order: Order = {id: randomUUID(), session, product, status: 'open', created};
    await this.#database.execute(
      `INSERT INTO orders
         (id, session, product, name, description, amount, currency, status, attempt, created)
       VALUES
         (:id, :session, :product, :name, :description, :amount, :currency, :status, 0, :created)`,
      {...product, ...order, product: product.id},
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
   * the attempt; the others, callers for an order that is not open, and callers who are over the
   * limit, get nothing.
   */
  async beginAttempt({id, session}: Order, wish: Wish): Promise<Attempt | undefined> {
    const begun = this.#now();
    const since = begun - refusalWindow;
    const {means, email, save, api, returnUrl, address} = wish;
    const [, {rows}] = await this.#database.batch([
      {
        sql: `INSERT INTO attempts
                  (order_id, number, kind, means, email, save, api, return_url, address, begun)
                SELECT id, attempt + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM orders
                WHERE id = ? AND status = 'open'
                  AND (SELECT count(*) FROM (${countedBy('orders.session')})) < ${refusalLimit}
                  AND (SELECT count(*) FROM (${countedBy('attempts.address')})) < ${refusalLimit}`,
        args: [
          ...[means.kind, means.id, email, save, api, returnUrl, address, begun, id],
          ...[session, since, address, since],
        ],
      },
      {
        sql: `UPDATE orders SET status = 'unknown', attempt = attempt + 1
                WHERE id = ? AND status = 'open' AND attempt + 1 =
                  (SELECT max(number) FROM attempts WHERE order_id = orders.id)
                RETURNING id`,
        args: [id],
      },
    ]);
    return rows.length > 0 ? this.currentAttempt(id) : undefined;
  }

  /** Why the credential of an attempt was refused for the same order before, if it was. */
  async refusalOf({order, means}: Attempt): Promise<string | undefined> {
    const row = await this.#first(
      'SELECT code FROM refusals WHERE order_id = ? AND credential = ?',
      order.id,
      nameOf(order, means),
    );
    return row?.code as string | undefined;
  }

  /** Milliseconds until somebody who is over the limit may try again; 0 for who is not. */
  async waitingTime(session: string, address: string): Promise<number> {
    const now = this.#now();
    const since = now - refusalWindow;
    const counted = await Promise.all([
      this.#database.execute(countedBy('orders.session'), [session, since]),
      this.#database.execute(countedBy('attempts.address'), [address, since]),
    ]);
    // Each is full with its newest attempts, and has room when the last of these leaves the window.
    const ends = counted
      .filter(({rows}) => rows.length === refusalLimit)
      .map(({rows}) => (rows[refusalLimit - 1].begun as number) + refusalWindow - now);
    return Math.max(0, ...ends);
  }

  /** The newest attempt to charge an order, whether it is under way or over. */
  async currentAttempt(orderId: string): Promise<Attempt | undefined> {
    const row = await this.#first(
      `${selectAttempt} AND attempts.number = orders.attempt WHERE orders.id = ?`,
      orderId,
    );
    return row && attemptFrom(row);
  }

  /** Milliseconds since an attempt was begun. */
  age({begun}: Attempt): number {
    return this.#now() - begun;
  }

  /** One attempt of an order, by its number or by its intent. */
  async findAttempt(
    orderId: string,
    by: {readonly number: number} | {readonly intent: string},
  ): Promise<Attempt | undefined> {
    const [column, value] = 'number' in by ? ['number', by.number] : ['intent', by.intent];
    const row = await this.#first(
      `${selectAttempt} WHERE orders.id = ? AND attempts.${column} = ?`,
      orderId,
      value,
    );
    return row && attemptFrom(row);
  }

  /**
   * Attempts that are under way, the newest first.
   * @param before only those that were begun before, in milliseconds since 1970
   */
  async unsettledAttempts(limit = 100, before = Number.MAX_SAFE_INTEGER): Promise<Attempt[]> {
    const {rows} = await this.#database.execute(
      `${selectAttempt} AND attempts.number = orders.attempt
       WHERE orders.status IN ('unknown', 'action') AND attempts.begun < ?
       ORDER BY attempts.begun DESC LIMIT ?`,
      [before, limit],
    );
    return rows.map(attemptFrom);
  }

  /** Writes down which of Stripe's customers an attempt charges. */
  async noteCustomer({order, number}: Attempt, customer: string): Promise<void> {
    await this.#database.execute(
      'UPDATE attempts SET customer = ? WHERE order_id = ? AND number = ?',
      [customer, order.id, number],
    );
  }

  /** The customer has to answer their bank: the attempt waits for that. */
  async awaitCustomer(attempt: Attempt, intent: string): Promise<void> {
    await this.#end(attempt, 'action', 'intent = ?', intent, []);
  }

  /**
   * Ends an attempt that was refused for good: the order is open for another card, and this one is
   * forgotten.
   */
  async refuse(attempt: Attempt, code: string): Promise<void> {
    const isUnderWay = {sql: underWay, args: [attempt.number]};
    const remembered = remembering(attempt, code, isUnderWay);
    await this.#end(attempt, 'open', 'refusal = ?, means = NULL', code, remembered);
  }

  /**
   * Keeps an order from being paid until a person has looked: something was charged that does not
   * fit it. Not so one that is paid already.
   */
  async hold({id}: Order): Promise<void> {
    await this.#database.execute(
      `UPDATE orders SET status = 'held' WHERE id = ? AND status <> 'paid'`,
      [id],
    );
  }

  /**
   * Ends an attempt that was charged: writes the payment and marks the order as paid, both or
   * neither, and keeps the card where the customer wants that. Asking twice changes nothing.
   * @returns whether the order is paid by this very charge
   */
  async pay({order, number}: Attempt, payment: Payment, card?: SavedCard): Promise<boolean> {
    const {means, email, customer, paymentIntent, charge, paid} = payment;
    const isCurrent = `id = ? AND ${underWay}`;
    await this.#database.batch([
      {
        sql: `INSERT INTO payments
                  (order_id, charge_id, payment_intent_id, customer_id, kind, means, email, paid)
                SELECT id, ?, ?, ?, ?, ?, ?, ? FROM orders WHERE ${isCurrent}`,
        args: [
          ...[charge, paymentIntent, customer, means.kind, means.id, email, paid],
          ...[order.id, number],
        ],
      },
      {
        sql: `UPDATE orders SET status = 'paid' WHERE ${isCurrent}`,
        args: [order.id, number],
      },
      ...(card ? [saving(card, order.session)] : []),
    ]);
    const row = await this.#first('SELECT charge_id FROM payments WHERE order_id = ?', order.id);
    return row?.charge_id === charge;
  }

  /**
   * Moves an order on, and its attempt with it, if that is still the one under way.
   * @param others what to write in the same transaction, before
   */
  async #end(
    {order, number}: Attempt,
    status: OrderStatus,
    change: string,
    value: string,
    others: readonly InStatement[],
  ): Promise<void> {
    await this.#database.batch([
      ...others,
      {
        sql: `UPDATE attempts SET ${change} WHERE order_id = ? AND number = ?
                  AND EXISTS (SELECT 1 FROM orders WHERE id = order_id AND ${underWay})`,
        args: [value, order.id, number, number],
      },
      {
        sql: `UPDATE orders SET status = ? WHERE id = ? AND ${underWay}`,
        args: [status, order.id, number],
      },
    ]);
  }

  async #first(sql: string, ...args: InValue[]): Promise<Row | undefined> {
    const {rows} = await this.#database.execute(sql, args);
    return rows[0];
  }
}

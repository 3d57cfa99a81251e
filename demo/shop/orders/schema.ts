/** Counts the changes of the tables: part of the name of the shop's own database file. */
export const schemaVersion = 2;

/**
 * The amount stands in the order before anything is charged. One order has one payment, one charge
 * pays one order, and one intent is of one attempt: the database says so, whatever the code around
 * it does.
 *
 * An attempt keeps what it pays with, since asking again needs it, until it is refused. That works
 * once, but for a saved card, which is nobody's without the shop's secret key. A refusal keeps a hash
 * of the credential, so that the same form, posted again, is told the same.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY,
    session TEXT NOT NULL,
    product TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'unknown', 'action', 'paid', 'held')),
    attempt INTEGER NOT NULL,
    created TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS orders_by_session ON orders (session);
  CREATE TABLE IF NOT EXISTS attempts (
    order_id TEXT NOT NULL REFERENCES orders (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    means TEXT,
    email TEXT,
    save INTEGER NOT NULL,
    api TEXT NOT NULL,
    return_url TEXT,
    address TEXT NOT NULL,
    begun INTEGER NOT NULL,
    customer TEXT,
    intent TEXT UNIQUE,
    refusal TEXT,
    PRIMARY KEY (order_id, number)
  );
  CREATE INDEX IF NOT EXISTS attempts_by_address ON attempts (address, begun);
  CREATE TABLE IF NOT EXISTS refusals (
    order_id TEXT NOT NULL REFERENCES orders (id),
    credential TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (order_id, credential)
  );
  CREATE TABLE IF NOT EXISTS payments (
    order_id TEXT NOT NULL UNIQUE REFERENCES orders (id),
    charge_id TEXT NOT NULL UNIQUE,
    payment_intent_id TEXT UNIQUE,
    customer_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    means TEXT NOT NULL,
    email TEXT,
    paid TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS customers (
    session TEXT PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    email TEXT,
    stripe_id TEXT UNIQUE
  );
  CREATE TABLE IF NOT EXISTS saved_cards (
    id TEXT PRIMARY KEY,
    session TEXT NOT NULL REFERENCES customers (session),
    brand TEXT NOT NULL,
    last4 TEXT NOT NULL,
    exp_month INTEGER NOT NULL,
    exp_year INTEGER NOT NULL
  );
`;

import {setTimeout as pause} from 'node:timers/promises';
import {
  createClient,
  LibsqlError,
  type Client,
  type InArgs,
  type InStatement,
  type ResultSet,
} from '@libsql/client';

/** Milliseconds for which a statement waits while another program has locked the database. */
const patience = 5_000;

/**
 * Milliseconds for which SQLite itself waits for a lock. Nothing else runs in the process meanwhile,
 * so longer waits are made of pauses between attempts.
 */
const busyTimeout = 25;

const pauseBetweenTries = 50;

const lockedCodes = new Set(['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL']);

/** Thrown when another program has locked the database for too long. Nothing was written. */
export class DatabaseLockedError extends Error {
  override readonly name = 'DatabaseLockedError';

  constructor(options: ErrorOptions) {
    super(
      `Another program has locked the database for more than ${patience / 1000} seconds. ` +
        'The shop has to write to it: end the other program, or set DATABASE_URL to another file.',
      options,
    );
  }
}

/** Runs statements in an SQL database, and waits where another program has locked its file. */
export class Database {
  readonly #client: Client;
  #lastTurn: Promise<unknown> = Promise.resolve();

  private constructor(client: Client) {
    this.#client = client;
  }

  /**
   * Opens a database and makes its tables where they are missing.
   * @param url `file:shop.db`, `:memory:`, or a remote `libsql://…?authToken=…`
   */
  static async open(url: string, schema: string): Promise<Database> {
    const database = new Database(createClient({url, timeout: busyTimeout}));
    try {
      // With a write-ahead log, a program that reads the file locks nobody out.
      if (database.#isFile) await database.execute('PRAGMA journal_mode = WAL');
      await database.#run(client => client.executeMultiple(schema));
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  }

  execute(sql: string, args: InArgs = []): Promise<ResultSet> {
    return this.#run(client => client.execute(sql, args));
  }

  /** Runs all of the statements in one transaction, or none of them. */
  batch(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#run(client => client.batch(statements, 'write'));
  }

  close(): void {
    this.#client.close();
  }

  get #isFile(): boolean {
    return this.#client.protocol === 'file';
  }

  async #run<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const end = performance.now() + patience;
    for (;;) {
      try {
        return await this.#inTurn(() => this.#attempt(work));
      } catch (error) {
        if (!isLocked(error)) throw error;
        if (performance.now() > end) throw new DatabaseLockedError({cause: error});
      }
      await pause(pauseBetweenTries);
    }
  }

  /**
   * Runs the work once. A connection that met a lock is closed: libsql leaves the statement
   * unfinished, so whatever is written by this connection afterwards is reported as written and is
   * lost. test/demo/locks.test.ts shows it; remove when libsql resets a statement that was busy.
   */
  async #attempt<T>(work: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await work(this.#client);
    } catch (error) {
      if (isLocked(error)) this.#client.reconnect();
      throw error;
    }
  }

  /**
   * Runs work on a file alone, so that no other work gets a connection that is about to be closed.
   * Statements on a file block the process anyway.
   */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#isFile) return work();
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }
}

/** True where another program has locked the database. Nothing was written then. */
export function isLocked(error: unknown): boolean {
  return error instanceof LibsqlError && lockedCodes.has(error.code);
}

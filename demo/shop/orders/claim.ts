import {createClient} from '@libsql/client';
import {isLocked} from './database.js';

/**
 * Claims a database's file for this process. SQLite's lock on a second file says so, which ends with
 * the process however that ends. A database in memory is this process's anyway, and a remote one
 * cannot be claimed.
 * @returns what gives the file back; `undefined` where another process has it
 */
export async function claimFile(url: string): Promise<(() => void) | undefined> {
  const [, path] = /^(file:[^?]+)/.exec(url) ?? [];
  if (path === undefined || path === 'file::memory:') return () => {};
  const client = createClient({url: `${path}-claim`});
  try {
    await client.transaction('write');
  } catch (error) {
    client.close();
    if (isLocked(error)) return undefined;
    throw error;
  }
  return () => client.close();
}

/** Which log an instance writes: each its own, so that no two wait for each other's commits. */
import type { Database } from './connect.ts';
import { lockClass } from './migrate.ts';

const logLockClass = lockClass + 1; // apart from the lock of the migrations

/**
 * Takes a log that no other instance holds, the `preferred` one if it can be had, or makes
 * a new one. It is held as long as the connection lasts: when an instance dies, or loses
 * its connection, its log is free for the next.
 */
export async function claimLog(writer: Database, preferred?: string): Promise<string> {
  const logs = await writer`SELECT id FROM logs
    ORDER BY id = ${preferred ?? null}::uuid DESC NULLS LAST, since, id`;
  for (const { id } of logs) if (await hold(writer, id)) return id;
  const id = crypto.randomUUID();
  await hold(writer, id);
  await writer`INSERT INTO logs (id) VALUES (${id})`;
  return id;
}

/** Frees whatever a connection holds. */
export async function releaseLog(writer: Database): Promise<void> {
  await writer`SELECT pg_advisory_unlock_all()`;
}

async function hold(writer: Database, id: string): Promise<boolean> {
  const [row] = await writer`
    SELECT pg_try_advisory_lock(${logLockClass}::int, hashtext(${id})) AS held`;
  return row?.held === true;
}

/** Writes commits: one connection, one statement each, in a log that this connection holds. */
import type { Commit } from '../tables.ts';
import { claimLog, releaseLog } from './claim-log.ts';
import { connect, type Database, disconnect } from './connect.ts';
import { createMonths } from './months.ts';
import {
  checkViolation,
  type DatabaseError,
  deadlock,
  uniqueViolation,
} from './postgres-errors.ts';
import { columnsOf } from './postgres-rows.ts';

const statementMs = 10_000; // a commit takes milliseconds: whoever holds it up so long has a lock that it should not have

/** Connects, claims a log, and makes this month and the next ones. */
export async function openWriter(url: URL, month: string) {
  let lost = 0; // connections, and with each the claim
  const db = await connect(url, {
    max: 1,
    statementMs,
    lasting: true,
    onClose: () => {
      lost++;
    },
  });
  const months = createMonths(db);
  let claim: { readonly log: string; readonly lost: number };
  try {
    claim = { lost, log: await claimLog(db) };
    await months.ready(month);
  } catch (error) {
    await disconnect(db);
    throw error;
  }

  /** True when this instance still writes the log that it did. */
  async function holds(log: string): Promise<boolean> {
    // Another may have taken the log meanwhile; two that share one would only ever undo
    // each other's commits.
    if (claim.lost !== lost) claim = { lost, log: await claimLog(db, claim.log) };
    return claim.log === log;
  }

  return {
    db,
    log: () => claim.log,

    async append(commit: Commit): Promise<boolean> {
      if (!(await holds(commit.head.log))) return false;
      await months.ready(commit.head.month);
      try {
        await insertCommit(db, commit);
        return true;
      } catch (error) {
        const { code } = error as DatabaseError;
        if (code === checkViolation)
          months.forget(); // a purge has dropped the month
        else if (code !== uniqueViolation && code !== deadlock) throw error;
        return false;
      }
    },

    async close(): Promise<void> {
      // At once, and not only when the server has noticed that the connection is gone.
      await releaseLog(db).catch(() => {});
      await disconnect(db);
    },
  };
}

/** One statement is one transaction, and one journey to the server. */
async function insertCommit(db: Database, { head, entries, counts }: Commit): Promise<void> {
  const { log, n, month, jws } = head;
  const rows = JSON.stringify(entries.map(columnsOf));
  // Sorted by id: two instances that get the same receipts wait for each other in one direction only.
  await db`
    WITH arrived AS (
      SELECT * FROM json_to_recordset(${rows}::text::json) AS a (number bigint, id uuid,
        consent_id uuid, seq bigint, hash bytea, salt bytea, flags text, body text)
    ), head AS (
      INSERT INTO heads (log, n, month, last_index, jws)
      VALUES (${log}, ${n}, ${month}, ${entries.at(-1)?.index ?? 0}, ${jws})
    ), place AS (
      INSERT INTO places (id, consent_id, seq, hash, month)
      SELECT id, consent_id, seq, hash, ${month}::text FROM arrived ORDER BY id
    ), receipt AS (
      INSERT INTO receipts (log, number, n, month, id, consent_id, seq, hash, salt, flags, body)
      SELECT ${log}::uuid, number, ${n}::bigint, ${month}::text, id, consent_id, seq, hash, salt,
        flags, body FROM arrived
    )
    SELECT count_decisions(${log}::uuid, ${JSON.stringify(counts)}::text::json)`;
}

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

/** What writes the commits of one instance. */
export type Writer = Awaited<ReturnType<typeof createWriter>>;

/** Makes a writer. It connects and claims a log when it is first needed: who only reads or purges has none. */
export async function createWriter(url: URL) {
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
  let held: { readonly log: string; readonly lost: number } | undefined;
  let claiming: Promise<string> | undefined;

  async function claim(): Promise<string> {
    const before = lost;
    const log = await claimLog(db, held?.log);
    held = { log, lost: before };
    return log;
  }

  /** The log that this instance holds. When its connection was lost, another may have taken the log meanwhile. */
  async function hold(): Promise<string> {
    if (held?.lost === lost) return held.log;
    claiming ??= claim().finally(() => {
      claiming = undefined;
    });
    return claiming;
  }

  return {
    hold,
    /** The log that was held last; empty before the first. */
    log: () => held?.log ?? '',
    renew: db.renew,

    async append(commit: Commit): Promise<boolean> {
      // Made for the log before: in one that two write, they would only undo each other's commits.
      if (commit.head.log !== (await hold())) return false;
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
      if (held?.lost === lost) await releaseLog(db).catch(() => {});
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

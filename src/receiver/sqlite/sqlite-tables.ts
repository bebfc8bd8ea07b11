/** The tables of a store in one SQLite file. */
import type { DatabaseSync } from 'node:sqlite';
import type { Neighbours } from '../arrival-flags.ts';
import type { PublicKey } from '../evidence/key-ring.ts';
import type { DailyCount } from '../store.ts';
import type { Arrived, Commit, ErasedLeaf, Segment, Tables, TextName } from '../tables.ts';
import { attempt, transaction } from './attempt.ts';
import { busyMs } from './open-database.ts';
import { purgeSegment, segmentsBefore } from './sqlite-purge.ts';
import { rowsOf, selectEntries } from './sqlite-rows.ts';

const probeBytes = 16_384; // as much as the largest receipt, so that "ready" means one fits
const probeMaxAgeMs = 1_000; // a probe is a disk write: at most one a second, however often asked

/** The tables in an open database; `requireSameFile` throws when its file is gone. */
export function sqliteTables(db: DatabaseSync, requireSameFile: () => void): Tables {
  const log = logOf(db);
  const { entry, erased, head } = rowsOf(log);
  const sql = statements(db);
  let probedAt = Number.NEGATIVE_INFINITY;

  /** True while the write-ahead log still holds what was erased, because somebody was reading it. */
  let holdsTraces = false;

  /** What erases or purges must be gone from the disk (GDPR 17), also from the write-ahead log. */
  function forGood(work: () => void): void {
    requireSameFile();
    transaction(db, work);
    emptyLog();
  }

  function emptyLog(): void {
    holdsTraces = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy !== 0;
  }

  function emptyLogAtLast(): void {
    if (!holdsTraces) return;
    db.exec('PRAGMA busy_timeout = 0'); // whoever reads may do so for minutes
    emptyLog();
    db.exec(`PRAGMA busy_timeout = ${busyMs}`);
  }

  /** Reads in one transaction: all of it is of the same moment, and the file is locked once. */
  function atOneMoment<T>(read: () => T): T {
    db.exec('BEGIN');
    try {
      return read();
    } finally {
      db.exec('COMMIT');
    }
  }

  return {
    log,

    lastHead: attempt(() => {
      const row = sql.lastHead.get();
      return row && head(row);
    }),
    look: attempt((rows: readonly Arrived[], texts: readonly TextName[]) =>
      atOneMoment(() => ({
        known: rows.flatMap(({ id }) => sql.byId.all(id)).map((row) => entry(row)),
        near: rows.map(({ consentId, prev, seq }) => {
          const near = sql.neighbours.get({ consentId, prev, seq }) as unknown as Neighbours;
          return { ...near, sameSeq: Boolean(near.sameSeq), restricted: Boolean(near.restricted) };
        }),
        unpublished: texts.filter(({ hash, kind }) => sql.isUnpublished.get(kind, hash)?.answer),
      })),
    ),
    find: attempt((id: string) => {
      const row = sql.byId.get(id);
      return row && entry(row);
    }),
    append: attempt(({ head, entries, counts }: Commit) => {
      requireSameFile();
      emptyLogAtLast();
      return transactionOrNothing(db, () => {
        if (sql.addHead.run(head.n, head.month, head.jws).changes !== 1) return false;
        for (const { index, n, id, consentId, seq, hash, body, salt, flags } of entries) {
          const row = [index, n, id, consentId, seq, hash, body, salt, flags] as const;
          if (sql.addReceipt.run(...row).changes !== 1) return false;
        }
        for (const { day, kind, name, count } of counts) sql.count.run(day, kind, name, count);
        return true;
      });
    }),

    ofBrowser: attempt((consentId: string) =>
      sql.ofBrowser.all(consentId).map((row) => entry(row)),
    ),
    page: attempt((after: number, limit: number) =>
      sql.page.all(after, limit).map((row) => entry(row)),
    ),
    commit: attempt((_: string, n: number) =>
      [...sql.entriesOf.all(n, n).map(entry), ...sql.erasedOf.all(n, n).map(erased)].sort(
        (a, b) => a.index - b.index,
      ),
    ),
    erase: attempt((leaves: readonly ErasedLeaf[]) => {
      const leaving = db.prepare(`INSERT INTO leaving
        SELECT n, n, consent_id FROM receipts WHERE number = ?`);
      const remove = db.prepare('DELETE FROM receipts WHERE number = ?');
      forGood(() => {
        for (const { index, n, leaf, note } of leaves) {
          leaving.run(index);
          if (remove.run(index).changes === 1) sql.addErased.run(index, n, leaf, note);
        }
        db.exec('DELETE FROM leaving');
      });
    }),
    restrict: attempt((consentId: string, restricted: boolean) => {
      requireSameFile();
      const statement = restricted
        ? 'INSERT OR IGNORE INTO restricted VALUES (?)'
        : 'DELETE FROM restricted WHERE consent_id = ?';
      db.prepare(statement).run(consentId);
    }),

    addKeys: attempt((keys: readonly PublicKey[]) => {
      requireSameFile();
      const add = db.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)');
      transaction(db, () => {
        for (const { kid, x, since, vouched } of keys) add.run(kid, x, since, vouched);
      });
    }),
    keys: attempt(() => sql.keys.all() as unknown as PublicKey[]),

    publish: attempt((hash: string, kind: string, body: string) => {
      requireSameFile();
      const add = db.prepare('INSERT OR IGNORE INTO texts VALUES (?, ?, ?)');
      return add.run(hash, kind, body).changes === 1;
    }),
    published: attempt((hash: string) => sql.text.get(hash)?.body as string | undefined),
    texts: attempt(() => sql.texts.all() as unknown as TextName[]),
    counts: attempt(
      (from: string, to: string) => sql.counts.all(from, to) as unknown as DailyCount[],
    ),

    logs: async () => [log],
    heads: attempt((_: string, after: number, limit: number, { from = '', to = '9' }) =>
      atOneMoment(() => {
        const heads = sql.heads.all(after, from, to, limit).map(head);
        const range = [heads[0]?.n ?? 0, heads.at(-1)?.n ?? 0] as const;
        const found = [
          ...sql.entriesOf.all(...range).map(entry),
          ...sql.erasedOf.all(...range).map(erased),
        ].sort((a, b) => a.index - b.index);
        const leaves = new Map(heads.map(({ n }) => [n, [] as typeof found]));
        for (const leaf of found) leaves.get(leaf.n)?.push(leaf);
        return heads.map((row) => ({ head: row, leaves: leaves.get(row.n) ?? [] }));
      }),
    ),
    strays: attempt(() => sql.strays.all().map(({ number }) => Number(number))),
    purges: attempt(() => sql.purges.all().map(({ note }) => String(note))),

    segments: attempt((before: string) => segmentsBefore(db, log, before)),
    purge: attempt((segment: Segment, note: string) => {
      forGood(() => purgeSegment(db, segment, note));
    }),

    check: attempt(() => {
      if (!db.isOpen) throw new Error('it is closed');
      requireSameFile();
      emptyLogAtLast();
      if (performance.now() - probedAt < probeMaxAgeMs) return;
      transaction(db, () => {
        db.exec(`INSERT INTO probe VALUES (zeroblob(${probeBytes}))`);
        db.exec('DELETE FROM probe');
      });
      probedAt = performance.now();
    }),
    async close() {
      if (db.isOpen) db.close();
    },
  };
}

/** The log that is in a database. */
export function logOf(db: DatabaseSync): string {
  return String(db.prepare('SELECT id FROM log').get()?.id);
}

function statements(db: DatabaseSync) {
  return {
    lastHead: db.prepare('SELECT * FROM heads ORDER BY n DESC LIMIT 1'),
    byId: db.prepare(`${selectEntries} WHERE r.id = ?`),
    neighbours: db.prepare(`SELECT
      (SELECT seq FROM receipts WHERE consent_id = :consentId AND hash = :prev) AS previousSeq,
      EXISTS (SELECT 1 FROM receipts WHERE consent_id = :consentId AND seq = :seq) AS sameSeq,
      (SELECT max(seq) FROM receipts WHERE consent_id = :consentId) AS highestSeq,
      EXISTS (SELECT 1 FROM restricted WHERE consent_id = :consentId) AS restricted`),
    addHead: db.prepare('INSERT INTO heads VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    addReceipt: db.prepare(`INSERT INTO receipts
      (number, n, id, consent_id, seq, hash, body, salt, flags)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`),
    addErased: db.prepare('INSERT INTO erased VALUES (?, ?, ?, ?)'),
    count: db.prepare(`INSERT INTO counts VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET count = count + excluded.count`),
    ofBrowser: db.prepare(`${selectEntries} WHERE r.consent_id = ? ORDER BY r.seq, r.number`),
    page: db.prepare(`${selectEntries} WHERE r.number > ? ORDER BY r.number LIMIT ?`),
    entriesOf: db.prepare(`${selectEntries} WHERE r.n BETWEEN ? AND ?`),
    erasedOf: db.prepare('SELECT * FROM erased WHERE n BETWEEN ? AND ?'),
    keys: db.prepare('SELECT kid, x, since, vouched FROM keys ORDER BY rowid'),
    texts: db.prepare('SELECT hash, kind FROM texts ORDER BY hash'),
    text: db.prepare('SELECT body FROM texts WHERE hash = ?'),
    isUnpublished: db.prepare(`SELECT EXISTS (SELECT 1 FROM texts WHERE kind = ?)
      AND NOT EXISTS (SELECT 1 FROM texts WHERE hash = ?) AS answer`),
    counts: db.prepare(`SELECT day, kind, name, count FROM counts
      WHERE day BETWEEN ? AND ? ORDER BY day, kind, name`),
    heads: db.prepare(`SELECT * FROM heads WHERE n > ? AND month >= ? AND month <= ?
      ORDER BY n LIMIT ?`),
    strays: db.prepare(`SELECT number FROM receipts WHERE n NOT IN (SELECT n FROM heads)
      UNION ALL SELECT number FROM erased WHERE n NOT IN (SELECT n FROM heads)`),
    purges: db.prepare('SELECT note FROM purged'),
  };
}

/** A transaction that leaves nothing behind when `work` says false. */
function transactionOrNothing(db: DatabaseSync, work: () => boolean): boolean {
  const nothing = Symbol();
  try {
    return transaction(db, () => {
      if (work()) return true;
      throw nothing;
    });
  } catch (error) {
    if (error === nothing) return false;
    throw error;
  }
}

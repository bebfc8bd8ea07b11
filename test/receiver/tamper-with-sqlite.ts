import { DatabaseSync } from 'node:sqlite';
import type { Tampering } from './store-suite.ts';

/** Does to the rows of a SQLite file what only somebody with full rights can. */
export function tamperWithSqlite(path: string, tampering: Tampering): void {
  const db = new DatabaseSync(path);
  for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all())
    db.exec(`DROP TRIGGER ${name}`);
  const run = (sql: string, ...values: (string | number | Uint8Array)[]) => {
    if (db.prepare(sql).run(...values).changes !== 1) throw new Error(`Nothing to ${sql}`);
  };
  const move = (from: number, to: number) =>
    run('UPDATE receipts SET number = ? WHERE number = ?', to, from);
  switch (tampering.do) {
    case 'change':
      run(
        `UPDATE receipts SET ${tampering.column} = ? WHERE number = ?`,
        tampering.value,
        tampering.index,
      );
      break;
    case 'remove':
      run('DELETE FROM receipts WHERE number = ?', tampering.index);
      break;
    case 'swap': {
      const { index, other } = tampering;
      const nOf = (number: number) =>
        Number(db.prepare('SELECT n FROM receipts WHERE number = ?').get(number)?.n);
      const [n, otherN] = [nOf(index), nOf(other)];
      move(index, -1);
      move(other, index);
      move(-1, other);
      run('UPDATE receipts SET n = ? WHERE number = ?', n, index);
      run('UPDATE receipts SET n = ? WHERE number = ?', otherN, other);
      break;
    }
    case 'insert': {
      const id = crypto.randomUUID();
      run(
        `INSERT INTO receipts (number, n, id, consent_id, seq, hash, body, salt, flags)
          SELECT ?, ?, ?, consent_id, seq, hash, replace(body, id, ?), salt, flags
          FROM receipts WHERE number = ?`,
        tampering.index,
        tampering.n,
        id,
        id,
        tampering.from,
      );
      break;
    }
    case 'erase':
      run(
        'INSERT INTO erased SELECT number, n, ?, ? FROM receipts WHERE number = ?',
        tampering.leaf,
        tampering.note,
        tampering.index,
      );
      run('DELETE FROM receipts WHERE number = ?', tampering.index);
      break;
    case 'remove head':
      run('DELETE FROM heads WHERE n = ?', tampering.n);
      break;
    case 'rewrite head':
      run('UPDATE heads SET jws = ? WHERE n = ?', tampering.jws, tampering.n);
  }
  db.close();
}

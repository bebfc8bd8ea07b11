import type { PostgresDatabase } from './postgres-server.ts';
import type { Tampering } from './store-suite.ts';

/** Does to the rows of a PostgreSQL database what only a superuser can. */
export async function tamperWithPostgres(
  database: PostgresDatabase,
  tampering: Tampering,
): Promise<void> {
  await database.asSuperuser(async (sql) => {
    await sql`SET search_path = samtycke`;
    await sql`SET session_replication_role = replica`; // without triggers
    const run = async (work: PromiseLike<{ count: number }>) => {
      if ((await work).count !== 1) throw new Error(`Nothing to ${tampering.do}`);
    };
    switch (tampering.do) {
      case 'change': {
        const { column, value, index } = tampering;
        const stored = column === 'hash' ? Buffer.from(`${value}`.slice(7), 'base64url') : value;
        await run(
          sql`UPDATE receipts SET ${sql(column)} = ${stored as Buffer} WHERE number = ${index}`,
        );
        break;
      }
      case 'remove':
        await run(sql`DELETE FROM receipts WHERE number = ${tampering.index}`);
        break;
      case 'swap': {
        const { index, other } = tampering;
        const places =
          await sql`SELECT number, n FROM receipts WHERE number IN (${index}, ${other})`;
        const n = (number: number) =>
          places.find((place) => Number(place.number) === number)?.n as string;
        const move = (from: number, to: number, commit: string) =>
          run(sql`UPDATE receipts SET number = ${to}, n = ${commit} WHERE number = ${from}`);
        await move(index, -1, n(other));
        await move(other, index, n(index));
        await move(-1, other, n(other));
        break;
      }
      case 'insert': {
        const { index, n, from } = tampering;
        const id = crypto.randomUUID();
        await run(sql`INSERT INTO receipts (log, number, n, month, id, consent_id, seq, hash, salt, flags, body)
          SELECT log, ${index}, ${n}, month, ${id}, consent_id, seq, hash, salt, flags,
            replace(body, id::text, ${id}) FROM receipts WHERE number = ${from}`);
        break;
      }
      case 'erase': {
        const { index, leaf, note } = tampering;
        await run(sql`INSERT INTO erased
          SELECT log, number, n, ${leaf as Buffer}, ${note} FROM receipts WHERE number = ${index}`);
        await run(sql`DELETE FROM receipts WHERE number = ${index}`);
        break;
      }
      case 'remove head':
        await run(sql`DELETE FROM heads WHERE n = ${tampering.n}`);
        break;
      case 'rewrite head':
        await run(sql`UPDATE heads SET jws = ${tampering.jws} WHERE n = ${tampering.n}`);
    }
  });
}

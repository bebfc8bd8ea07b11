import type { Database } from './connect.ts';
import { lockClass } from './migrate.ts';
import { schemaName } from './postgres-schema.ts';

/** What a receipt's arrival writes into; nothing else can be written by the role that takes them. */
const insertedInto = 'logs, keys, heads, receipts, places, texts, probe';

const grantLock = 3; // two receivers that start at once would change the same rights

/** Lets a role insert and select, and do nothing else; the owner of the tables, who does it, is left alone. */
export async function grantRights(owner: Database, role: string): Promise<void> {
  const [row] = await owner`SELECT current_user = ${role} AS same`;
  if (row?.same) return;
  await owner.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${lockClass}::int, ${grantLock}::int)`;
    const schema = tx(schemaName);
    const user = tx(role);
    await tx`REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${user}`;
    await tx`REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC`;
    await tx`GRANT USAGE ON SCHEMA ${schema} TO ${user}`;
    await tx`GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${user}`;
    await tx`GRANT INSERT ON ${tx.unsafe(insertedInto)} TO ${user}`;
    await tx`GRANT EXECUTE ON FUNCTION make_month, count_decisions TO ${user}`;
  });
}

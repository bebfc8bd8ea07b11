import { recordsOf } from '../log-records.ts';
import { connect, disconnect, parseDatabaseUrl } from './connect.ts';
import { requireOurs } from './migrate.ts';
import { placeOf, problemWith } from './place.ts';
import { postgresTables } from './postgres-tables.ts';
import { createWriter } from './writer.ts';

const readMs = 0; // of a large log one statement may take long, and nobody waits behind it

/** Reads the records of a database without writing anything into it; rejects when there are none. */
export async function readPostgresLog(address: string) {
  const url = parseDatabaseUrl(address);
  const reader = await connect(url, { max: 1, statementMs: readMs });
  try {
    await requireOurs(reader);
  } catch (cause) {
    await disconnect(reader);
    throw problemWith(url, cause);
  }
  const writer = await createWriter(url); // never asked for anything, so that it never connects
  const tables = postgresTables({ writer, reader, keeper: reader });
  return {
    place: placeOf(url),
    records: () => recordsOf(tables, {}),
    close: () => tables.close(),
  };
}

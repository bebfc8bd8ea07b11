/** The thread that uses a SQLite file: started by `tablesInThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { StoreError } from '../store.ts';
import { openDatabase, sameFileCheck } from './open-database.ts';
import { requireSqlite } from './require-sqlite.ts';
import { sqliteTables } from './sqlite-tables.ts';
import type { Answer, Call, ThreadInput } from './tables-in-thread.ts';

const { path, fileId } = workerData as ThreadInput;
const requireSameFile = sameFileCheck(path, fileId);
requireSameFile(); // first: opening would make a file where there is none any more
const tables = sqliteTables(openDatabase(requireSqlite().DatabaseSync, path), requireSameFile);

parentPort?.on('message', async ({ number, method, input }: Call) => {
  parentPort?.postMessage(await answerTo(method, input, number));
  if (method === 'close') parentPort?.close();
});

async function answerTo(
  method: Call['method'],
  input: Call['input'],
  number: number,
): Promise<Answer> {
  try {
    const work = tables[method] as (...input: readonly unknown[]) => Promise<unknown>;
    return { number, result: await work(...input) };
  } catch (error) {
    // Only plain values survive the way: a class is lost on it.
    const { message, retryAfter, cause } = error as StoreError;
    return { number, problem: { message, retryAfter, cause: String(cause) } };
  }
}

import { mkdirSync } from 'node:fs';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { openPostgresStore, openSqliteStore, type Store } from '../../src/receiver/index.ts';
import { newReceipt } from './load.ts';
import { startPostgres } from './postgres.ts';
import { gate, inTurns, median, say } from './report.ts';
import { folder } from './start-receiver.ts';

const rounds = 9;
const count = 1_500; // receipts of a round

/** What gathering receipts into one commit gains, on both stores. */
export async function groupCommit(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await compare('SQLite', openSqliteStore(`${folder}/group.sqlite`), 3);
  const postgres = await startPostgres();
  const url = await postgres.newDatabase('group_commit');
  await compare('PostgreSQL', await openPostgresStore(url, { keys: newKeyRing() }), 5);
  await postgres.stop();
}

async function compare(name: string, store: Store, least: number): Promise<void> {
  const milliseconds = async (work: (all: ReturnType<typeof receipts>) => Promise<unknown>) => {
    const all = receipts();
    const start = performance.now();
    await work(all);
    return performance.now() - start;
  };
  const single = () =>
    milliseconds(async (all) => {
      for (const receipt of all) await store.add(receipt);
    });
  const group = () => milliseconds((all) => Promise.all(all.map((receipt) => store.add(receipt))));
  await group(); // compiled
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [alone, together] = await inTurns(round, single, group);
    ratios.push(alone / together);
  }
  await store.close();
  say(`group commit to single commits on ${name}`, median(ratios), ratios);
  gate(`group commit on ${name}`, median(ratios), least);
}

function receipts() {
  return Array.from({ length: count }, newReceipt);
}

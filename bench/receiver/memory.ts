import { statSync } from 'node:fs';
import { newBody, postReceipts } from './load.ts';
import { miss } from './report.ts';
import { folder, startReceiver } from './start-receiver.ts';

const many = Number(process.env.RECEIPTS ?? 80_000);
const warmUp = 40_000; // by then the heap has its working size, and the rate limit remembers as many as it will
const mostGrowthMb = 50;
const mostStartMs = 1_000;

/** How much a receiver grows over many receipts, and how long it starts when they are all there. */
export async function memory(): Promise<void> {
  const receiver = await startReceiver('memory');
  await postReceipts(receiver, warmUp);
  const before = receiver.residentMb();
  await postReceipts(receiver, many);
  const growth = receiver.residentMb() - before;
  await receiver.stop();
  const bytes = statSync(`${folder}/memory.sqlite`).size / (warmUp + many);
  console.log(`on disk: ${bytes.toFixed(0)} bytes for each receipt of ${newBody().length}`);
  console.log(
    `memory over ${many} receipts: ${growth.toFixed(0)} MB more than the ${before.toFixed(0)} MB after the first ${warmUp}`,
  );
  const again = await startReceiver('memory');
  await again.stop();
  console.log(`start with them all: ${again.startedMs.toFixed(0)} ms until it listens`);
  if (growth > mostGrowthMb) miss(`memory grew by more than ${mostGrowthMb} MB`);
  if (again.startedMs > mostStartMs) miss(`it took more than ${mostStartMs} ms to start`);
}

/**
 * `npm run bench:receiver`: the receiver beside its floors. Only ratios are worth anything:
 * absolute figures depend on the machine and on who else is on it, so what is compared
 * runs in turns within the same minute. RECEIPTS=1000000 makes the memory run long.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import type { Receipt } from '../../src/model/receipt.ts';
import { openSqliteStore } from '../../src/receiver/index.ts';
import { type ChildServer, startChild } from './child-server.ts';
import { type Load, newBody, postReceipts } from './load.ts';

const rounds = 9; // enough that some are not disturbed
const perRound = 4_000;
const many = Number(process.env.RECEIPTS ?? 80_000);
const warmUp = 40_000; // by then the heap has its working size, and the rate limit remembers as many as it will
const folder = '.cache/bench'; // on the disk that the repository is on, not in memory
const gates = { endToEnd: 0.35, batched: 3, growthMb: 50, startMs: 1_000 };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const bare = await startChild('bench/receiver/bare-server.ts');
const receiver = await startReceiver('end-to-end');
const failed: string[] = [];

await endToEnd();
await receiver.stop();
await bare.stop();
await groupCommit();
await memory();
rmSync(folder, { recursive: true, force: true });
for (const text of failed) console.log(`MISSED: ${text}`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function endToEnd(): Promise<void> {
  await postReceipts(bare.url, warmUp / 4); // both must be warm: compiled, and the database more than a page
  await postReceipts(receiver.url, warmUp / 4);
  const floors: Load[] = [];
  const durables: Load[] = [];
  for (let round = 0; round < rounds; round++) {
    const [floor, durable] = await inTurns(
      round,
      () => postReceipts(bare.url, perRound),
      () => postReceipts(receiver.url, perRound),
    );
    floors.push(floor);
    durables.push(durable);
  }
  const ratios = durables.map(({ perSecond }, i) => perSecond / (floors[i] as Load).perSecond);
  // Whoever else is on the machine only ever slows a round down: the best of each is nearest to the truth.
  const best = (loads: readonly Load[]) => Math.max(...loads.map(({ perSecond }) => perSecond));
  const quickest = (loads: readonly Load[]) => Math.min(...loads.map(({ p99Ms }) => p99Ms));
  const ratio = best(durables) / best(floors);
  say('durable, end to end, to bare HTTP: best rounds', ratio, ratios);
  const slowest = durables.map(({ p99Ms }, i) => p99Ms / (floors[i] as Load).p99Ms);
  say('its p99 to that of bare HTTP: best rounds', quickest(durables) / quickest(floors), slowest);
  // For a capacity table, which holds for this machine in this minute.
  const middle = (of: (load: Load) => number) => median(durables.map(of)).toFixed(0);
  console.log(
    `durable, end to end, here: ${middle(({ perSecond }) => perSecond)} receipts/s, p99 ${middle(({ p99Ms }) => p99Ms)} ms (middle rounds; best ${best(durables).toFixed(0)}/s, ${quickest(durables).toFixed(0)} ms; bare HTTP at best ${best(floors).toFixed(0)}/s)`,
  );
  gate('durable end to end', ratio, gates.endToEnd);
}

async function groupCommit(): Promise<void> {
  const store = openSqliteStore(`${folder}/group.sqlite`);
  const count = 1_500;
  const receipts = () => Array.from({ length: count }, () => JSON.parse(newBody()) as Receipt);
  const seconds = async (work: (all: readonly Receipt[]) => Promise<unknown>) => {
    const all = receipts();
    const start = performance.now();
    await work(all);
    return performance.now() - start;
  };
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [single, group] = await inTurns(
      round,
      () =>
        seconds(async (all) => {
          for (const receipt of all) await store.add(receipt);
        }),
      () => seconds((all) => Promise.all(all.map((receipt) => store.add(receipt)))),
    );
    ratios.push((single as number) / (group as number));
  }
  await store.close();
  say('group commit to single commits', median(ratios), ratios);
  gate('group commit', median(ratios), gates.batched);
}

async function memory(): Promise<void> {
  const { url, startedMs, residentMb, stop } = await startReceiver('memory');
  await postReceipts(url, warmUp);
  const before = residentMb();
  await postReceipts(url, many);
  const growth = residentMb() - before;
  await stop();
  const bytes = statSync(`${folder}/memory.sqlite`).size / (warmUp + many);
  console.log(`on disk: ${bytes.toFixed(0)} bytes for each receipt of ${newBody().length}`);
  console.log(
    `memory over ${many} receipts: ${growth.toFixed(0)} MB more than after the first ${warmUp}`,
  );
  console.log(`start: ${startedMs.toFixed(0)} ms until it listens`);
  if (growth > gates.growthMb) failed.push(`memory grew by more than ${gates.growthMb} MB`);
  if (startedMs > gates.startMs) failed.push(`it took more than ${gates.startMs} ms to start`);
}

function startReceiver(name: string): Promise<ChildServer> {
  return startChild(
    ...['dist/cli.js', 'receiver', '--db', `${folder}/${name}.sqlite`, '--port', '0'],
    ...['--origin', 'https://www.exempel.se'],
  );
}

/** Who is first changes with each round: what grows over time must not favour one. */
async function inTurns<T>(
  round: number,
  a: () => Promise<T>,
  b: () => Promise<T>,
): Promise<[T, T]> {
  if (round % 2 === 0) return [await a(), await b()];
  const second = await b();
  return [await a(), second];
}

function say(what: string, value: number, all: readonly number[]): void {
  const rest = all.map((one) => one.toFixed(2)).join(', ');
  console.log(`${what}: ${value.toFixed(2)}× (rounds: ${rest})`);
}

function gate(what: string, value: number, least: number): void {
  if (value < least) failed.push(`${what} is ${value.toFixed(2)}×, less than ${least}×`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

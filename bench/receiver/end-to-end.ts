import { type ChildServer, startChild } from './child-server.ts';
import { leanConnection, nodeConnection } from './connections.ts';
import { type Load, type OpenConnection, postReceipts } from './load.ts';
import { gate, inTurns, median, say } from './report.ts';
import { startReceiver } from './start-receiver.ts';

const rounds = 9; // enough that some are not disturbed
const perRound = 4_000;
const warmUp = 10_000; // compiled, and the database more than a page
const least = 0.35;

/** Receipts over HTTP, each answered when it is on the disk, beside a server that keeps nothing. */
export async function endToEnd(): Promise<void> {
  const bare = await startChild(['bench/receiver/bare-server.ts']);
  const receiver = await startReceiver('end-to-end');
  const ratio = await measure(bare, receiver, "node:http's client", nodeConnection);
  gate('durable end to end', ratio, least);
  // The bare server needs less than that client, so that its floor is the client's: this one is its own.
  await measure(bare, receiver, 'a client that costs next to nothing', leanConnection);
  await receiver.stop();
  await bare.stop();
}

async function measure(
  bare: ChildServer,
  receiver: ChildServer,
  client: string,
  open: OpenConnection,
): Promise<number> {
  const [floors, durables] = await compare(
    () => postReceipts(bare, perRound, open),
    () => postReceipts(receiver, perRound, open),
  );
  // Whoever else is on the machine only ever slows a round down: the best of each is nearest to the truth.
  const best = (loads: readonly Load[]) => Math.max(...loads.map(({ perSecond }) => perSecond));
  const quickest = (loads: readonly Load[]) => Math.min(...loads.map(({ p99Ms }) => p99Ms));
  const ratio = best(durables) / best(floors);
  console.log(`with ${client}:`);
  say('durable, end to end, to bare HTTP: best rounds', ratio, ratios(durables, floors));
  const slowest = durables.map(({ p99Ms }, i) => p99Ms / (floors[i] as Load).p99Ms);
  say('its p99 to that of bare HTTP: best rounds', quickest(durables) / quickest(floors), slowest);
  // For a capacity table, which holds for this machine in this minute.
  const middle = (loads: readonly Load[], of: (load: Load) => number) =>
    median(loads.map(of)).toFixed(0);
  console.log(
    `durable, end to end, here: ${middle(durables, ({ perSecond }) => perSecond)} receipts/s, p99 ${middle(durables, ({ p99Ms }) => p99Ms)} ms (middle rounds; best ${best(durables).toFixed(0)}/s, ${quickest(durables).toFixed(0)} ms; bare HTTP at best ${best(floors).toFixed(0)}/s)`,
  );
  const cpu = (loads: readonly Load[]) => middle(loads, ({ cpuUs }) => cpuUs);
  console.log(
    `processor time for each: ${cpu(durables)} µs in the receiver, ${cpu(floors)} µs in the bare server, ${middle(floors, ({ clientUs }) => clientUs)} µs in the client`,
  );
  return ratio;
}

async function compare(a: () => Promise<Load>, b: () => Promise<Load>) {
  for (let sent = 0; sent < warmUp; sent += perRound) await inTurns(0, a, b);
  const loads: [Load[], Load[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const [first, second] = await inTurns(round, a, b);
    loads[0].push(first);
    loads[1].push(second);
  }
  return loads;
}

function ratios(some: readonly Load[], others: readonly Load[]): readonly number[] {
  return some.map(({ perSecond }, i) => perSecond / (others[i] as Load).perSecond);
}

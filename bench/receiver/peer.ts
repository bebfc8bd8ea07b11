import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type ChildServer, startChild } from './child-server.ts';
import { type Load, postAll, postReceipts } from './load.ts';
import { startPostgres } from './postgres.ts';
import { gate, inTurns, median, say } from './report.ts';
import { startReceiver } from './start-receiver.ts';

const rounds = 5;
const perRound = 1_500;
const least = 3;
const place = 'bench/receiver/peer';

/** Receipts over HTTP beside c15t's own backend, on the same PostgreSQL server. */
export async function peer(): Promise<void> {
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', install, { cwd: place, stdio: 'inherit' });
  const postgres = await startPostgres();
  const receiver = await startReceiver('peer', await postgres.newDatabase('receiver'));
  const c15t = await startChild([`${place}/server.mjs`], {
    DATABASE_URL: await postgres.newDatabase('c15t'),
  });
  const ours = () => postReceipts(receiver, perRound);
  const theirs = () => postConsents(c15t, perRound);
  await inTurns(0, ours, theirs); // compiled
  const loads: (readonly [Load, Load])[] = [];
  for (let round = 0; round < rounds; round++) loads.push(await inTurns(round, ours, theirs));
  const quicker = loads.map(([a, b]) => a.perSecond / b.perSecond);
  const sooner = loads.map(([a, b]) => b.p99Ms / a.p99Ms);
  const thrifty = loads.map(([a, b]) => b.cpuUs / a.cpuUs);
  say('receipts a second to those of c15t, both on PostgreSQL', median(quicker), quicker);
  say('p99 of c15t to ours', median(sooner), sooner);
  say("c15t's processor time for each to ours", median(thrifty), thrifty);
  const middle = (who: 0 | 1, of: (load: Load) => number) =>
    median(loads.map((pair) => of(pair[who]))).toFixed(0);
  for (const [name, who] of [
    ['samtycke', 0],
    ['c15t', 1],
  ] as const) {
    console.log(
      `${name} here: ${middle(who, ({ perSecond }) => perSecond)} a second, p99 ${middle(who, ({ p99Ms }) => p99Ms)} ms (middle rounds)`,
    );
  }
  gate('receipts a second to those of c15t', median(quicker), least);
  gate('p99 of c15t to ours', median(sooner), 1);
  await receiver.stop();
  await c15t.stop();
  await postgres.stop();
}

/** The same decision as c15t's own client sends it; it names no services. */
function postConsents(server: ChildServer, count: number): Promise<Load> {
  return postAll(server, count, {
    path: '/subjects',
    status: 200,
    type: 'application/json',
    body: () =>
      JSON.stringify({
        type: 'cookie_banner',
        subjectId: `sub_${randomUUID().replaceAll('-', '').replaceAll('0', 'g')}`, // its alphabet has no 0
        domain: 'www.exempel.se',
        givenAt: Date.now(),
        jurisdiction: 'GDPR',
        jurisdictionModel: 'opt-in',
        uiSource: 'dialog',
        consentAction: 'custom',
        preferences: { necessary: true, functionality: true, measurement: true, marketing: false },
      }),
  });
}

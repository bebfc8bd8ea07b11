/**
 * `npm run bench:gate`: what an inserted node costs with the guard, with two other products and with nothing, in
 * one Chromium and in turns, so that whoever else is on the machine disturbs all alike. Own calls are the same at
 * any load; of the CPU only ratios are worth anything. ROUNDS=15 takes longer and is surer.
 */
import { execFileSync } from 'node:child_process';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright';
import { chromiumLaunch } from '../../scripts/browsers.ts';
import { type Candidate, candidates } from './candidates.ts';
import { serve } from './serve.ts';

const rounds = Number(process.env.ROUNDS ?? 5);
const counts = [1_000, 10_000, 100_000];
const spread = 1.25; // ratios of one run differ by up to that much without a reason (measured)
const perTask = 20; // observers: once for everything, whatever the number of nodes

/** Inserts that many nodes in one way, as pages do. */
const ways: Readonly<Record<string, (count: number) => Promise<void>>> = {
  async append(count) {
    const box = document.getElementById('box') as HTMLElement;
    for (let i = 0; i < count; i++) {
      const node = document.createElement('p');
      node.textContent = 'text';
      box.appendChild(node);
    }
    await new Promise((resolve) => setTimeout(resolve)); // observers are called by then
    box.textContent = '';
  },
  async fragment(count) {
    const box = document.getElementById('box') as HTMLElement;
    const part = document.createDocumentFragment();
    for (let i = 0; i < count; i++) {
      const node = document.createElement('p');
      node.textContent = 'text';
      part.appendChild(node);
    }
    box.appendChild(part);
    await new Promise((resolve) => setTimeout(resolve));
    box.textContent = '';
  },
  async innerHTML(count) {
    const box = document.getElementById('box') as HTMLElement;
    box.innerHTML = '<p>text</p>'.repeat(count);
    await new Promise((resolve) => setTimeout(resolve));
    box.textContent = '';
  },
};
const cases = Object.keys(ways).flatMap((way) => counts.map((count) => ({ way, count })));
const label = ({ way, count }: (typeof cases)[number]) => `${way} ${count.toLocaleString('en')}`;

execFileSync('npm', ['install', '--prefix', 'bench/gate', '--no-audit', '--no-fund', '--silent']);
const server = await serve();
const browser = await chromium.launch(chromiumLaunch());
const failed: string[] = [];
try {
  const calls = await ownCalls(browser);
  const cpu = await cpuRatios(browser);
  print('Own calls for each inserted node', calls, 2);
  print(`CPU of the main thread, as a multiple of nothing (median of ${rounds} rounds)`, cpu, 2);
  judge(calls, cpu);
} finally {
  await browser.close();
  server.close();
}
for (const text of failed) console.log(`MISSED: ${text}`);
process.exitCode = failed.length > 0 ? 1 : 0;

type Figures = Readonly<Record<string, readonly number[]>>;

async function open(context: BrowserContext, { cookie, name }: Candidate): Promise<Page> {
  const [key = '', value = ''] = cookie?.split(/=(.*)/) ?? [];
  if (cookie) await context.addCookies([{ name: key, value, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/${candidates.findIndex((one) => one.name === name)}`);
  return page;
}

/** By the engine's own count. */
async function ownCalls(browser: Browser): Promise<Figures> {
  const figures: Record<string, number[]> = {};
  for (const candidate of candidates) {
    const context = await browser.newContext();
    const page = await open(context, candidate);
    const session = await context.newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    const count = async () => {
      const { result } = await session.send('Profiler.takePreciseCoverage');
      return result
        .filter(({ url }) => url.includes('/measured/'))
        .flatMap(({ functions }) => functions)
        .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
    };
    const own: number[] = [];
    for (const { way, count: nodes } of cases) {
      await count();
      await page.evaluate(ways[way] as never, nodes);
      own.push((await count()) / nodes);
    }
    figures[candidate.name] = own;
    await context.close();
  }
  return figures;
}

/** Each round opens every candidate anew, in another order. */
async function cpuRatios(browser: Browser): Promise<Figures> {
  const measured: Record<string, number[][]> = {};
  for (let round = 0; round < rounds; round++) {
    const order = candidates.map((_, i) => candidates[(i + round) % candidates.length]);
    for (const candidate of order as Candidate[]) {
      const context = await browser.newContext();
      const page = await open(context, candidate);
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const times: number[] = [];
      for (const { way, count } of cases) {
        await session.send('HeapProfiler.collectGarbage');
        const before = await cpuSeconds(session);
        await page.evaluate(ways[way] as never, count);
        times.push((await cpuSeconds(session)) - before);
      }
      measured[candidate.name] ??= [];
      measured[candidate.name]?.push(times);
      await context.close();
    }
  }
  const floor = measured[candidates[0]?.name ?? ''] ?? [];
  return Object.fromEntries(
    candidates.map(({ name }) => [
      name,
      cases.map((_, i) =>
        median(
          (measured[name] ?? []).map((times, round) => (times[i] ?? 0) / (floor[round]?.[i] ?? 0)),
        ),
      ),
    ]),
  );
}

async function cpuSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function print(title: string, figures: Figures, digits: number): void {
  console.log(`\n${title}\n\n| | ${cases.map(label).join(' | ')} |`);
  console.log(`| --- | ${cases.map(() => '---').join(' | ')} |`);
  for (const [name, row] of Object.entries(figures)) {
    console.log(`| ${name} | ${row.map((figure) => figure.toFixed(digits)).join(' | ')} |`);
  }
}

function judge(calls: Figures, cpu: Figures): void {
  const expectAll = (text: string, holds: (i: number) => boolean | undefined) =>
    cases.forEach((one, i) => {
      if (!holds(i)) failed.push(`${label(one)}: ${text}`);
    });
  const few = 'guard, 5 services';
  const many = 'guard, 500 services';
  const of = (figures: Figures, name: string, i: number) => figures[name]?.[i] ?? Number.NaN;
  const allowance = (i: number) => perTask / (cases[i]?.count ?? 1);
  expectAll('more than one own call for a node', (i) => of(calls, few, i) <= 1 + allowance(i));
  expectAll('500 services make more calls than 5', (i) => of(calls, many, i) <= of(calls, few, i));
  expectAll(
    'own calls though all is accepted',
    (i) => of(calls, 'guard, accepted', i) <= allowance(i),
  );
  expectAll('500 services cost more than 5', (i) => of(cpu, many, i) <= of(cpu, few, i) * spread);
  expectAll('costs more than yett', (i) => of(cpu, few, i) <= of(cpu, 'yett', i));
}

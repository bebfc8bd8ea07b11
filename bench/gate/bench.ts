/**
 * `npm run bench:gate`: what an inserted node costs with the guard, with two other products and with nothing, in
 * one Chromium and in turns, so that whoever else is on the machine disturbs all alike. Own calls are the same at
 * any load; of the CPU only ratios are worth anything: each of a candidate to what was measured right beside it, of
 * which the median and the middle half are printed. ROUNDS=15 takes longer and is surer.
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
const fewest = 10_000; // a thousand nodes are over in a millisecond, of which a first call is half: they go ten times
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
  const cpu = await cpuTimes(browser);
  print('Own calls for each inserted node', calls, (figure) => figure.toFixed(2));
  const toNothing = ratios(cpu, cpu.nothing ?? []);
  print(`CPU of the main thread, as a multiple of nothing, ${rounds} rounds`, toNothing, spreadOf);
  judge(calls, ratios(cpu, cpu.yett ?? []), ratios(cpu, cpu['guard, 5 services'] ?? []));
} finally {
  await browser.close();
  server.close();
}
for (const text of failed) console.log(`MISSED: ${text}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** By candidate, then by case. */
type Figures<Figure> = Readonly<Record<string, readonly Figure[]>>;
/** One number for each round. */
type Rounds = readonly number[];

async function open(context: BrowserContext, { cookie, name }: Candidate): Promise<Page> {
  const [key = '', value = ''] = cookie?.split(/=(.*)/) ?? [];
  if (cookie) await context.addCookies([{ name: key, value, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/${candidates.findIndex((one) => one.name === name)}`);
  return page;
}

/** By the engine's own count. */
async function ownCalls(browser: Browser): Promise<Figures<number>> {
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

/**
 * Each round opens every candidate anew. They take turns case by case, beginning with another one each time: what is
 * compared lies a tenth of a second apart. (All cases of one before those of the next were seconds apart, which on a
 * busy machine told more of its load than of them.)
 */
async function cpuTimes(browser: Browser): Promise<Figures<Rounds>> {
  const measured: Record<string, number[][]> = {};
  for (const { name } of candidates) measured[name] = cases.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const opened = await Promise.all(
      candidates.map(async (candidate) => {
        const context = await browser.newContext();
        const page = await open(context, candidate);
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        return { name: candidate.name, context, page, session };
      }),
    );
    for (const [at, { way, count }] of cases.entries()) {
      const first = (round + at) % opened.length;
      for (const { name, page, session } of [...opened.slice(first), ...opened.slice(0, first)]) {
        await session.send('HeapProfiler.collectGarbage');
        const before = await cpuSeconds(session);
        const times = Math.max(1, fewest / count);
        for (let i = 0; i < times; i++) await page.evaluate(ways[way] as never, count);
        measured[name]?.[at]?.push((await cpuSeconds(session)) - before);
      }
    }
    for (const { context } of opened) await context.close();
  }
  return measured;
}

/** Round by round to another candidate. */
function ratios(times: Figures<Rounds>, to: readonly Rounds[]): Figures<Rounds> {
  return Object.fromEntries(
    Object.entries(times).map(([name, own]) => [
      name,
      own.map((of, at) => of.map((time, round) => time / (to[at]?.[round] ?? Number.NaN))),
    ]),
  );
}

async function cpuSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** The value below which that part of all lies. */
function quantile(values: Rounds, part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

function median(values: Rounds): number {
  return quantile(values, 0.5);
}

/** The median, and between what the middle half of all rounds lies. */
function spreadOf(values: Rounds): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(values, part).toFixed(2));
  return `${middle} (${low}–${high})`;
}

function print<Figure>(
  title: string,
  figures: Figures<Figure>,
  written: (figure: Figure) => string,
): void {
  console.log(`\n${title}\n\n| | ${cases.map(label).join(' | ')} |`);
  console.log(`| --- | ${cases.map(() => '---').join(' | ')} |`);
  for (const [name, row] of Object.entries(figures)) {
    console.log(`| ${name} | ${row.map(written).join(' | ')} |`);
  }
}

function judge(calls: Figures<number>, toYett: Figures<Rounds>, toFew: Figures<Rounds>): void {
  const expectAll = (text: string, holds: (i: number) => boolean | undefined) =>
    cases.forEach((one, i) => {
      if (!holds(i)) failed.push(`${label(one)}: ${text}`);
    });
  const few = 'guard, 5 services';
  const many = 'guard, 500 services';
  const called = (name: string, i: number) => calls[name]?.[i] ?? Number.NaN;
  const allowance = (i: number) => perTask / (cases[i]?.count ?? 1);
  expectAll('more than one own call for a node', (i) => called(few, i) <= 1 + allowance(i));
  expectAll('500 services make more calls than 5', (i) => called(many, i) <= called(few, i));
  expectAll(
    'own calls though all is accepted',
    (i) => called('guard, accepted', i) <= allowance(i),
  );
  expectAll('500 services cost more than 5', (i) => median(toFew[many]?.[i] ?? []) <= spread);
  expectAll('costs more than yett', (i) => median(toYett[few]?.[i] ?? []) <= 1);
}

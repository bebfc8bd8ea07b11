/**
 * `npm run bench`: what a visit costs with samtycke, with its peers, and with a banner written by hand.
 * Everyone does the same work in turns, in fresh contexts of one Chromium; every figure is the difference
 * to a blank page of the same round, and the median of the rounds. CPU is that of the main thread. Ratios
 * within one run can be trusted to about a quarter; bytes, calls, nodes and listeners at any load.
 * ROUNDS=15 and CANDIDATES=name,name choose otherwise.
 */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumLaunch } from '../../scripts/browsers.ts';
import { brotliSize } from '../../scripts/sizes.ts';
import { type Candidate, candidates, type Load } from './candidates.ts';
import { createGauge, type Gauge } from './measure.ts';
import { serve } from './serve.ts';

const rounds = Number(process.env.ROUNDS ?? 7); // some 70 s each on two busy cores, less than half on quiet ones
const only = process.env.CANDIDATES?.split(',');
const small: Load = { tags: 20, services: 6 };
const manyTags: Load = { tags: 200, services: 6 };
const someServices: Load = { tags: 0, services: 50 };
const manyServices: Load = { tags: 0, services: 500 };

/** What samtycke is to cost at most: CPU as multiples of the floor, all else as it is counted. */
const goals: Readonly<Record<string, number>> = {
  'first visit, CPU ms': 1.5,
  'return, CPU ms': 1,
  'accept 200 tags, CPU ms': 1.2,
  'settings 500 services, CPU ms': 1.5,
  'first visit, B brotli': 14_600, // one congestion window
  'return, B brotli': 6_500,
  'return, files': 1,
  'first visit, own calls': 400,
  'first visit with 500 services, own calls': 400,
  'return, own calls': 150,
  'return with 500 services, own calls': 150,
  'first visit, heap KiB': 200,
  'first visit, layout shift': 0,
  '100 times settings, nodes gained': 0,
  '100 times settings, listeners gained': 0,
};

const floorName = 'floor';
const chosen = candidates.filter(({ name }) => !only || name === 'blank' || only.includes(name));
const server = await serve();
const browser: Browser = await chromium.launch(chromiumLaunch());
const figures = new Map<string, Map<string, number[]>>();

for (let round = 0; round < rounds; round++) {
  for (const candidate of chosen) {
    note(candidate, 'first visit, CPU ms', await firstVisit(candidate, small));
    note(candidate, 'return, CPU ms', await returning(candidate, small));
    if (candidate.name === 'blank') continue;
    note(
      candidate,
      'first visit with 500 services, CPU ms',
      await firstVisit(candidate, manyServices),
    );
    note(candidate, 'return with 500 services, CPU ms', await returning(candidate, manyServices));
    note(candidate, 'accept 20 tags, CPU ms', await accepting(candidate, small));
    note(candidate, 'accept 200 tags, CPU ms', await accepting(candidate, manyTags));
    note(candidate, 'settings 50 services, CPU ms', await opening(candidate, someServices));
    note(candidate, 'settings 500 services, CPU ms', await opening(candidate, manyServices));
  }
  process.stderr.write(
    `round ${round + 1} of ${rounds}, ${Math.round(performance.now() / 1000)} s\n`,
  );
}
for (const candidate of chosen) await countOnce(candidate);
for (const candidate of chosen) if (candidate.name === 'samtycke') await cycles(candidate);
await browser.close();
server.close();
print();

async function firstVisit(candidate: Candidate, load: Load): Promise<number> {
  return inPage(async ({ page, gauge }) => {
    await gauge.cpu();
    await visit(page, candidate, load);
    return gauge.cpu();
  });
}

async function returning(candidate: Candidate, load: Load): Promise<number> {
  return inPage(async ({ page, gauge }) => {
    if (candidate.name !== 'blank') {
      await visit(page, candidate, load);
      await accept(page, candidate, load);
    }
    await page.goto(server.url(blankOne(), small));
    await gauge.cpu();
    await page.goto(server.url(candidate, load));
    await ran(page, candidate, load);
    return gauge.cpu();
  });
}

async function accepting(candidate: Candidate, load: Load): Promise<number> {
  return inPage(async ({ page, gauge }) => {
    await visit(page, candidate, load);
    const press = await pressOf(page, candidate.accept);
    await gauge.cpu();
    await press();
    await ran(page, candidate, load);
    return gauge.cpu();
  });
}

async function opening(candidate: Candidate, load: Load): Promise<number> {
  return inPage(async ({ page, gauge }) => {
    await visit(page, candidate, load);
    const press = await pressOf(page, candidate.settings);
    await gauge.cpu();
    await press();
    await page.locator(candidate.opened).first().waitFor();
    await idle(page);
    return gauge.cpu();
  });
}

/** What no load of the machine changes: calls, heap, shifts, bytes and files. */
async function countOnce(candidate: Candidate): Promise<void> {
  const own = `/${candidates.indexOf(candidate)}/`;
  if (candidate.name !== 'blank') await countFiles(candidate, own);
  for (const load of [small, manyServices]) {
    const more = load === small ? '' : ' with 500 services';
    await inPage(async ({ page, gauge }) => {
      await visit(page, candidate, load);
      note(candidate, `first visit${more}, own calls`, await gauge.calls(own));
      if (candidate.name === 'blank') return;
      await accept(page, candidate, load);
      await page.goto(server.url(blankOne(), small));
      await gauge.calls(own);
      await page.goto(server.url(candidate, load));
      await ran(page, candidate, load);
      note(candidate, `return${more}, own calls`, await gauge.calls(own));
    }, true);
  }
  await inPage(async ({ page, gauge }) => {
    await visit(page, candidate, small);
    note(candidate, 'first visit, heap KiB', (await gauge.alive()).heap);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 100); // buffered entries come with the next task
        }),
    );
    note(candidate, 'first visit, layout shift', shift);
  });
}

/** What a page asks for under `own`, from the network or a cache, compressed as a server would. */
async function countFiles(candidate: Candidate, own: string): Promise<void> {
  await inPage(async ({ page }) => {
    const asked = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      const file = pathname.startsWith(own) && candidate.files[pathname.slice(own.length)];
      if (file) asked.add(file);
    });
    const noteFiles = (figure: string) => {
      const bytes = [...asked].reduce((sum, file) => sum + brotliSize(file), 0);
      note(candidate, `${figure}, B brotli`, bytes);
      note(candidate, `${figure}, files`, asked.size);
      asked.clear();
    };
    await visit(page, candidate, small);
    noteFiles('first visit');
    await accept(page, candidate, small);
    asked.clear();
    await page.goto(server.url(candidate, small));
    await ran(page, candidate, small);
    noteFiles('return');
  });
}

/** Settings opened and closed 100 times leave nothing behind; the heap grows by what the browser compiles meanwhile. */
async function cycles(candidate: Candidate): Promise<void> {
  await inPage(async ({ page, gauge }) => {
    await visit(page, candidate, small);
    const cycle = async () => {
      await page.locator(candidate.settings).first().click();
      await page.locator(candidate.opened).first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator(candidate.accept).first().waitFor();
    };
    for (let i = 0; i < 10; i++) await cycle(); // what is made once is made
    const before = await gauge.alive();
    for (let i = 0; i < 100; i++) await cycle();
    const after = await gauge.alive();
    note(candidate, '100 times settings, nodes gained', after.nodes - before.nodes);
    note(candidate, '100 times settings, listeners gained', after.listeners - before.listeners);
    note(candidate, '100 times settings, heap KiB gained', after.heap - before.heap);
  });
}

interface Bench {
  readonly page: Page;
  readonly gauge: Gauge;
}

/** A new visitor in a process that has already shown a page of this host. */
async function inPage<Result>(
  use: (bench: Bench) => Promise<Result>,
  counts = false,
): Promise<Result> {
  const context: BrowserContext = await browser.newContext({ locale: 'sv-SE' });
  try {
    const page = await context.newPage();
    await page.goto(server.url(blankOne(), small));
    return await use({ page, gauge: await createGauge(context, page, counts) });
  } finally {
    await context.close();
  }
}

async function visit(page: Page, candidate: Candidate, load: Load): Promise<void> {
  await page.goto(server.url(candidate, load));
  await page.locator(candidate.accept).first().waitFor();
  await idle(page);
}

async function accept(page: Page, candidate: Candidate, load: Load): Promise<void> {
  await (await pressOf(page, candidate.accept))();
  await ran(page, candidate, load);
}

/** The press of a button alone: where it is has been asked before. */
async function pressOf(page: Page, selector: string): Promise<() => Promise<void>> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen on ${page.url()}`);
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Waits until each tag has run, and the page has nothing more to do. */
async function ran(page: Page, candidate: Candidate, load: Load): Promise<void> {
  const count = candidate.name === 'blank' ? 0 : load.tags;
  await page.waitForFunction(
    (wanted) => ((window as unknown as { ran?: number }).ran ?? 0) >= wanted,
    count,
    { polling: 50 },
  );
  await idle(page);
}

/** Long enough for a post to this machine and what follows from its answer, with nothing left to do at the end. */
async function idle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(() => requestIdleCallback(resolve, { timeout: 2_000 }), 100),
      ),
  );
}

function blankOne(): Candidate {
  return candidateOf('blank');
}

function candidateOf(name: string): Candidate {
  const candidate = candidates.find((one) => one.name === name);
  if (!candidate) throw new Error(`There is no candidate ${name}.`);
  return candidate;
}

function note(candidate: Candidate, figure: string, value: number): void {
  const ofFigure = figures.get(figure) ?? new Map<string, number[]>();
  figures.set(figure, ofFigure);
  ofFigure.set(candidate.name, [...(ofFigure.get(candidate.name) ?? []), value]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The figure without what a blank page has of it. */
function difference(figure: string, name: string): number {
  const values = figures.get(figure)?.get(name) ?? [];
  const base = figures.get(figure.replace(' with 500 services', ''))?.get('blank') ?? [];
  return median(values.map((value, i) => value - (base[i] ?? base[0] ?? 0)));
}

function print(): void {
  const names = chosen.map(({ name }) => name).filter((name) => name !== 'blank');
  console.log(`| | ${names.join(' | ')} |`);
  console.log(`| --- | ${names.map(() => '---').join(' | ')} |`);
  for (const figure of figures.keys()) {
    const floor = difference(figure, floorName);
    const cells = names.map((name) => {
      const value = difference(figure, name);
      if (Number.isNaN(value)) return '';
      const text =
        Math.abs(value) < 10 ? value.toFixed(figure.includes('CPU') ? 1 : 2) : value.toFixed(0);
      return figure.includes('CPU') ? `${text} (${(value / floor).toFixed(1)}×)` : text;
    });
    console.log(`| ${figure} | ${cells.join(' | ')} |`);
  }
  if (!names.includes('samtycke')) return;
  console.log();
  for (const [figure, most] of Object.entries(goals)) {
    const value = difference(figure, 'samtycke');
    const isRatio = figure.includes('CPU');
    const reached = isRatio ? value / difference(figure, floorName) : value;
    if (Number.isNaN(reached)) continue; // without the floor there is no ratio
    const unit = isRatio ? '× floor' : '';
    console.log(
      `${reached > most ? 'MISSED' : 'met   '} ${figure}: ${Number(reached.toFixed(2))}${unit}, at most ${most}${unit}`,
    );
  }
}

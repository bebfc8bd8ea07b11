/** What the delivery specs share: decisions by script, and a look into the outbox. */
import type { Frame, Page } from 'playwright/test';
import type { Samtycke } from '../../src/api.ts';
import { canonical } from '../../src/model/canonical.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { expect, type OpenOptions, type Site, type test } from './fixtures.ts';
import { pollIntervals } from './poll-intervals.ts';
import type { Responder } from './servers.ts';

type Categories = Readonly<Record<string, boolean>>;

declare global {
  interface Window {
    samtycke: Samtycke;
    problemCodes: string[];
  }
}

/** These specs are about the way of a receipt, not about the click that starts it. */
export const byScript = { requireVisitorAct: false };

/** Opens a page that takes decisions of scripts and remembers what problems it was told of. */
export async function openPage(site: Site, options: OpenOptions = {}): Promise<void> {
  await site.open(pageThatDecides(options));
  await untilReady(site.page);
}

/** Another visit to the page that `openPage` opened: a new document in the same browser. */
export async function visitAgain(page: Page): Promise<void> {
  await page.reload();
  await untilReady(page);
}

/** Resolves when the page can take a decision in the same turn: in one of the builds that part is fetched. */
export async function untilReady(page: Page | Frame): Promise<void> {
  await page.evaluate(() => window.samtycke.receipts());
}

/** Options of a page for `site.serve`, for second tabs and frames. */
export function pageThatDecides(options: OpenOptions = {}): OpenOptions {
  return {
    ...options,
    config: { ...byScript, ...(options.config as object) },
    head: `<script>
      window.problemCodes = [];
      samtycke.on('problem', (problem) => problemCodes.push(problem.code));
    </script>${options.head ?? ''}`,
  };
}

/** One decision; it has been written down and sent off when this resolves. */
export async function decide(page: Page | Frame, categories: Categories = { statistics: true }) {
  await page.evaluate((answer) => window.samtycke.save(answer), categories);
}

/** The problems that the page was told of since it was opened. */
export async function problemCodes(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => window.problemCodes);
}

/** The keys of the outbox, in whatever place it is. */
export async function unsent(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...document.cookie.split('; ').map((pair) => pair.replace(/=.*/, '')),
    ].filter((key) => key.startsWith('samtycke.outbox.')),
  );
}

/** What the lists of faults ask for: so many rows at the receiver, so many receipts in the outbox. */
export async function expectDelivery(
  site: Site,
  { rows, left }: { readonly rows: number; readonly left: number },
): Promise<readonly Receipt[]> {
  await expect
    .poll(
      async () => ({
        rows: (await site.rows()).length,
        left: (await unsent(site.page)).length,
      }),
      { intervals: pollIntervals },
    )
    .toEqual({ rows, left });
  return site.receipts();
}

/**
 * Lets the clock of the tabs run ahead until the outbox is empty: retries wait for up to a day.
 * It also ends requests under way, by their time limit: so each step leaves the network more time.
 */
export async function passTimeUntilSent(
  site: Site,
  stepMs = 90_000_000, // 25 h
  tabs: readonly Page[] = [site.page],
): Promise<void> {
  await expect
    .poll(
      async () => {
        for (const tab of tabs) await tab.clock.fastForward(stepMs);
        return unsent(site.page);
      },
      { intervals: [50, 100, 200, 400, 800, 1_600, 3_200], timeout: 12_000 },
    )
    .toEqual([]);
}

/** 24 h. */
export const day = 86_400_000;

/** An endpoint that answers as `fault` says until it is mended. */
export function breakEndpoint(site: Site, fault: Responder): { mend(): void } {
  let isBroken = true;
  site.respond(site.endpoint, (request) => (isBroken ? fault(request) : undefined));
  return {
    mend() {
      isBroken = false;
    },
  };
}

/** The endpoint is down. */
export const drop: Responder = () => ({ drop: true });

/** The endpoint takes the request and says nothing. */
export const never: Responder = () => new Promise(() => {});

/** The receiver has it, and nobody is told. */
export const storedButNeverAnswered: Responder = async (request) => {
  await request.forward();
  return never(request);
};

/** Puts a receipt into the outbox as an earlier page would have. */
export async function putItem(page: Page, receipt: object & { readonly id: string }) {
  const text = JSON.stringify({ v: 1, hash: hashOf(canonical(receipt)), receipt });
  await page.evaluate(
    ([key, value]) => localStorage.setItem(key as string, value as string),
    [`samtycke.outbox.${receipt.id}`, text],
  );
}

/** Every fault before every store: Chromium's receipts go to SQLite, Firefox's to PostgreSQL. */
export const storeByBrowser: Parameters<typeof test.use>[0] = {
  storeName: async ({ browserName }, use) => {
    await use(browserName === 'firefox' ? 'postgres' : 'memory');
  },
};

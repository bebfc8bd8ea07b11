/**
 * One browser context and page for many tests. A fresh one per test costs three times the CPU
 * (measured 2026-11-22: Chromium 0.76 s against 0.24 s, Firefox 1.4 s against 0.47 s), and a
 * thousand tests must fit into ten minutes on two cores.
 *
 * Tests stay apart: each has servers on ports of its own, so origins of its own with empty storage;
 * cookies, which know no ports, are cleared. After a test that did anything lasting to the page
 * (init scripts, routes, emulation, a second tab), or that failed, the context is thrown away.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright/test';
import { makeKeysSure } from './sure-keys.ts';

interface Entry {
  /** The context options it was made with. */
  readonly key: string;
  readonly context: BrowserContext;
  readonly page: Page;
  lastingChange: boolean;
}

/** What a test may call that outlives its page. */
const lastingMethods = [
  ...['addInitScript', 'exposeFunction', 'exposeBinding', 'route', 'routeFromHAR'],
  ...['routeWebSocket', 'setExtraHTTPHeaders', 'emulateMedia', 'setViewportSize'],
  ...['addLocatorHandler', 'setOffline', 'grantPermissions', 'setGeolocation', 'newCDPSession'],
] as const;

export interface ContextPool {
  /** A context with empty storage and one blank page. */
  take(options: BrowserContextOptions): Promise<Entry>;
  /** To be called when the test is over. */
  giveBack(entry: Entry, failed: boolean): Promise<void>;
}

export function createContextPool(browser: Browser): ContextPool {
  let idle: Entry | undefined;
  return {
    async take(options) {
      const key = JSON.stringify(options);
      const entry = idle;
      idle = undefined;
      let taken = entry;
      if (entry?.key === key) {
        await entry.page.mouse.move(0, 0); // or the last test's pointer hovers over this test's page
      } else {
        await entry?.context.close();
        taken = await newEntry(browser, key, options);
      }
      // Firefox gives keys to its active window only, which one that was closed may have been.
      await (taken as Entry).page.bringToFront();
      return taken as Entry;
    },
    async giveBack(entry, failed) {
      const { context, page, lastingChange } = entry;
      const reusable = !failed && !lastingChange && !page.isClosed() && (await silence(page));
      if (!reusable) {
        await context.close();
        return;
      }
      page.removeAllListeners();
      await context.clearCookies();
      idle = entry;
    },
  };
}

async function newEntry(
  browser: Browser,
  key: string,
  options: BrowserContextOptions,
): Promise<Entry> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (browser.browserType().name() === 'firefox') makeKeysSure(page);
  const entry: Entry = { key, context, page, lastingChange: false };
  const noteLastingChange = () => {
    entry.lastingChange = true;
  };
  context.on('page', noteLastingChange);
  for (const target of [context, page] as unknown as Record<string, unknown>[]) {
    for (const name of lastingMethods) {
      const original = target[name];
      if (typeof original !== 'function') continue;
      target[name] = (...args: unknown[]) => {
        noteLastingChange();
        return original.apply(target, args);
      };
    }
    const clock = target.clock;
    Object.defineProperty(target, 'clock', {
      get() {
        noteLastingChange();
        return clock;
      },
    });
  }
  return entry;
}

/** Keeps the page of a finished test, whose timers still run, from writing cookies into the next test. */
async function silence(page: Page): Promise<boolean> {
  return page
    .evaluate(() => {
      Object.defineProperty(document, 'cookie', { get: () => '', set() {} });
      return true;
    })
    .catch(() => false); // crashed or mid-navigation: not to be used again
}

/** The page object: a made-up company's site, a tracker elsewhere, and a visitor. */
import type { BrowserContext, ConsoleMessage, Page, WebError } from 'playwright/test';
import { expect } from 'playwright/test';
import type { Receipt } from '../../src/model/receipt.ts';
import type { Store } from '../../src/receiver/index.ts';
import { answerBuiltFile, scriptPaths } from './built-files.ts';
import { answerFile } from './files.ts';
import { type PageOptions, pageHtml, partsEnd } from './page-html.ts';
import { pollIntervals } from './poll-intervals.ts';
import { receiptOf, startReceiver } from './receiver.ts';
import {
  type Answer,
  type ArrivedRequest,
  type Recorder,
  type Responder,
  startServer,
  unrecordedPath,
} from './servers.ts';
import { createVisitor } from './visitor.ts';

/** What a project varies. */
export interface SiteOptions {
  readonly build: 'two-files' | 'all-in-one';
  readonly policy: 'plain' | 'nonce' | 'trusted-types';
}

/** What a test gives its site. */
export interface SiteInput extends SiteOptions {
  /** Where the receiver keeps receipts; the site closes it. */
  readonly store: Store;
}

export interface OpenOptions extends PageOptions {
  /** Default `/`. */
  readonly path?: string;
  /** The host of the page; any name under `solexempel.localhost`. Default `www.solexempel.localhost`. */
  readonly host?: string;
}

export type Site = Awaited<ReturnType<typeof createSite>>;

export async function createSite(
  context: BrowserContext,
  page: Page,
  { build, policy, store }: SiteInput,
) {
  const recorder: Recorder = { requests: [], responders: [], faults: [] };
  const pages = new Map<string, PageOptions>();
  const problems: string[] = [];
  const expected: RegExp[] = [];
  const endpoint = '/v1/receipts';
  const scriptPath = scriptPaths[build];

  const pageServer = await startServer(recorder, answerPage);
  const trackerServer = await startServer(recorder, answerFile);
  const origin = `http://www.solexempel.localhost:${pageServer.port}`;
  const tracker = `http://tracker.localhost:${trackerServer.port}`;
  const receiver = startReceiver(store, [
    origin,
    `http://solexempel.localhost:${pageServer.port}`,
    `http://butik.solexempel.localhost:${pageServer.port}`,
  ]);

  /** True for the page of the test before, which lives on until this one goes somewhere (context-pool.ts). */
  const isOld = (shown: Page | null) => {
    const port = /localhost:(\d+)/.exec(shown?.url() ?? '')?.[1];
    return port !== undefined && ![pageServer.port, trackerServer.port].includes(Number(port));
  };
  const onError = (error: WebError) => {
    if (!isOld(error.page())) problems.push(`page error: ${error.error().message}`);
  };
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error' && !isOld(message.page())) {
      problems.push(`console: ${message.text()}`);
    }
  };
  context.on('weberror', onError).on('console', onConsole);

  async function answerPage(request: ArrivedRequest): Promise<Answer> {
    const path = request.path.replace(/[?#].*$/, '');
    if (path.startsWith(endpoint) || path.startsWith('/.well-known/')) {
      return receiver.answer(request);
    }
    if (path.startsWith('/samtycke/')) return answerBuiltFile(path);
    const options = pages.get(path);
    if (options) return answerHtml(options);
    return /\.\w+$/.test(path) ? answerFile(request) : { status: 404 };
  }

  function answerHtml(options: PageOptions): Answer {
    const nonce = policy === 'nonce' ? crypto.randomUUID() : undefined;
    const charset = options.charset ?? 'utf-8';
    const html = pageHtml(options, {
      scriptPath: options.guarded ? scriptPaths.guard : scriptPath,
      nonce,
      endpoint,
    });
    return {
      headers: {
        'content-type': `text/html; charset=${charset}`,
        ...policyHeader(nonce),
        ...options.headers,
      },
      body: options.inParts
        ? inParts(html)
        : Buffer.from(html, charset === 'utf-8' ? 'utf8' : 'latin1'),
    };
  }

  /** As a slow network brings it: the parser has what came before when the next part is sent. */
  async function* inParts(html: string): AsyncGenerator<string> {
    for (const [number, part] of html.split(partsEnd).entries()) {
      if (number > 0) await site.expectArrived(`/part-${number}`, 1);
      yield part;
    }
  }

  function policyHeader(nonce: string | undefined): Record<string, string> {
    if (policy === 'plain') return {};
    const value = nonce
      ? `script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; object-src 'none'; base-uri 'none'`
      : `require-trusted-types-for 'script'`;
    return { 'content-security-policy': value };
  }

  const site = {
    /** The page of this test. */
    page,
    build,
    policy,
    /** `http://www.solexempel.localhost:<port>` */
    origin,
    /** `http://tracker.localhost:<port>`: another site, any path answers (see files.ts). */
    tracker,
    endpoint,
    /** Page errors and console errors seen so far, in any tab. */
    problems,

    /** Puts a page on the site without opening it, for a second tab or a link. */
    serve(path: string, options: PageOptions): void {
      pages.set(path, options);
    },

    /** Puts a page on the site and opens it. */
    async open({ path = '/', host, ...options }: OpenOptions = {}): Promise<void> {
      site.serve(path, options);
      await page.goto(site.url(path, host));
    },

    url(path: string, host = 'www.solexempel.localhost'): string {
      return `http://${host}:${pageServer.port}${path}`;
    },

    /** Answers for a path prefix (`/v1/receipts`, `tracker.localhost/a.js`) until the test ends; the latest wins. */
    respond(prefix: string, respond: Responder): void {
      recorder.responders.push({ prefix, respond });
    },

    /** The requests that arrived at any server, filtered by host and path: `www.solexempel.localhost/a?b=c`. */
    arrived(pattern: string | RegExp = ''): ArrivedRequest[] {
      return recorder.requests.filter(({ host, path }) =>
        typeof pattern === 'string' ? (host + path).includes(pattern) : pattern.test(host + path),
      );
    },

    /** Waits until exactly `count` requests have arrived. */
    async expectArrived(pattern: string | RegExp, count: number): Promise<void> {
      await expect
        .poll(() => site.arrived(pattern).length, {
          message: `requests for ${pattern}`,
          intervals: pollIntervals,
        })
        .toBe(count);
    },

    /**
     * Waits until what the page was about to do has been done and its requests have arrived, as far as can be
     * told from outside: loaded, two frames and a task later, and a round trip to the tracker's server.
     * To be used before asserting that something did NOT happen.
     */
    async settled(): Promise<void> {
      await page.waitForLoadState();
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
          }),
      );
      await fetch(`http://127.0.0.1:${trackerServer.port}${unrecordedPath}`);
    },

    /** The receipts in the receiver's database, in the order of arrival. */
    async receipts(): Promise<Receipt[]> {
      return (await receiver.rows()).map(receiptOf);
    },

    /** The rows of the receiver's database: receipt, hash, time of arrival, flags. */
    rows: receiver.rows,

    /** Waits until exactly `count` receipts are in the database, and returns them. */
    async expectReceipts(count: number): Promise<Receipt[]> {
      await expect
        .poll(async () => (await receiver.rows()).length, {
          message: 'receipts',
          intervals: pollIntervals,
        })
        .toBe(count);
      return site.receipts();
    },

    ...createVisitor(page),

    /** Names of the cookies in the jar, of every site. */
    async cookies(): Promise<string[]> {
      return (await context.cookies()).map(({ name }) => name).sort();
    },

    /** Names of the keys in the page's local and session storage. */
    async storage(): Promise<string[]> {
      return page.evaluate(() =>
        [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort(),
      );
    },

    /** Allows page errors and console errors that match; all others fail the test. */
    expectProblems(pattern: RegExp): void {
      expected.push(pattern);
    },

    /** Stops the servers; throws what the test should fail with. */
    async close(): Promise<void> {
      context.off('weberror', onError).off('console', onConsole);
      await Promise.all([pageServer.close(), trackerServer.close(), receiver.close()]);
      if (recorder.faults.length) throw recorder.faults[0];
      // Chromium alone says so of each failed request; the records say it better.
      const harmless = /^console: Failed to load resource/;
      const unexpected = problems.filter(
        (problem) => ![harmless, ...expected].some((pattern) => pattern.test(problem)),
      );
      expect(unexpected, 'page errors and console errors').toEqual([]);
    },
  };
  return site;
}

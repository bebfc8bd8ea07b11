/** WebKitGTK, the third engine: banner, hold, accept, receipt, return. Playwright cannot drive Debian's; WebDriver can. */
import { By, until, type WebElement } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerBuiltFile, scriptPaths } from '../browser/built-files.ts';
import { answerFile } from '../browser/files.ts';
import { pageHtml } from '../browser/page-html.ts';
import { receiptOf, startReceiver } from '../browser/receiver.ts';
import {
  type Answer,
  type ArrivedRequest,
  type Recorder,
  startServer,
} from '../browser/servers.ts';
import { startWebKit, type WebKit } from './webkit-driver.ts';

/** Milliseconds; a quiet machine needs a tenth of it. */
const patience = { timeout: 10_000, interval: 50 };

let webKit: WebKit;
beforeAll(async () => {
  webKit = await startWebKit();
});
afterAll(() => webKit?.stop());

/** A site at `localhost` with a tracker at `127.0.0.1`: other names need not resolve in WebKitGTK. */
async function startSite(build: keyof typeof scriptPaths) {
  const recorder: Recorder = { requests: [], responders: [], faults: [] };
  const tracker = await startServer(recorder, answerFile);
  const trackerUrl = `http://127.0.0.1:${tracker.port}`;
  const html = pageHtml(
    {
      head: `<script type="text/plain" data-category="statistics" data-src="${trackerUrl}/statistics.js"></script>`,
    },
    { scriptPath: scriptPaths[build], nonce: undefined, endpoint: '/v1/receipts' },
  );
  const answerPage = async (request: ArrivedRequest): Promise<Answer> => {
    if (request.path.startsWith('/v1/')) return receiver.answer(request);
    if (request.path.startsWith('/samtycke/')) return answerBuiltFile(request.path);
    return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
  };
  const server = await startServer(recorder, answerPage);
  const origin = `http://localhost:${server.port}`;
  const receiver = startReceiver([origin]);
  return {
    origin,
    receiver,
    fromTracker: () => recorder.requests.filter(({ host }) => host === '127.0.0.1'),
    stop: () => Promise.all([server.close(), tracker.close(), receiver.close()]),
  };
}

const banner = By.id('samtycke-consent');

async function shownBanner(): Promise<WebElement> {
  const element = await webKit.driver.wait(until.elementLocated(banner), patience.timeout);
  return webKit.driver.wait(until.elementIsVisible(element), patience.timeout);
}

describe.each(['two-files', 'all-in-one'] as const)('in WebKitGTK, %s', (build) => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite(build);
    await webKit.driver.get(site.origin);
  });
  afterAll(async () => {
    await webKit.driver.manage().deleteAllCookies(); // cookies know no ports: the next site would get them
    await site.stop();
  });

  it('shows the banner, and holds a tagged script', async () => {
    await shownBanner();
    expect(await webKit.driver.manage().getCookies()).toEqual([]);
    expect(await site.receiver.rows()).toEqual([]);
    expect(site.fromTracker()).toEqual([]);
  });

  it('releases the script once the visitor accepts, and delivers the receipt', async () => {
    const element = await shownBanner();
    await element.findElement(By.xpath(`.//button[normalize-space()='Godkänn alla']`)).click();
    await vi.waitFor(async () => expect(await site.receiver.rows()).toHaveLength(1), patience);
    const [row] = await site.receiver.rows();
    expect(row && receiptOf(row)).toMatchObject({
      action: 'accept_all',
      site: site.origin,
      choices: { statistics: 'granted' },
    });
    await vi.waitFor(() => expect(site.fromTracker()).toHaveLength(1), patience);
  });

  it('shows no banner to the returning visitor, and runs what was accepted', async () => {
    await webKit.driver.get(site.origin);
    await vi.waitFor(() => expect(site.fromTracker()).toHaveLength(2), patience);
    const elements = await webKit.driver.findElements(banner);
    const shown = await Promise.all(elements.map((element) => element.isDisplayed()));
    expect(shown).not.toContain(true);
  });
});

/** WebKitGTK, the third engine: banner, hold, accept, receipt, return. Playwright cannot drive Debian's; WebDriver can. */
import { By, until, type WebElement } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiptOf } from '../browser/receiver.ts';
import { startWebKit, type WebKit } from './webkit-driver.ts';
import { startSite } from './webkit-site.ts';

/** Milliseconds; a quiet machine needs a tenth of it. */
const patience = { timeout: 10_000, interval: 50 };

let webKit: WebKit;
beforeAll(async () => {
  webKit = await startWebKit();
});
afterAll(() => webKit?.stop());

const banner = By.id('samtycke-consent');

async function shownBanner(): Promise<WebElement> {
  const element = await webKit.driver.wait(until.elementLocated(banner), patience.timeout);
  return webKit.driver.wait(until.elementIsVisible(element), patience.timeout);
}

describe.each(['two-files', 'all-in-one'] as const)('in WebKitGTK, %s', (build) => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite({
      build,
      head: (tracker) =>
        `<script type="text/plain" data-category="statistics" data-src="${tracker}/statistics.js"></script>`,
    });
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

/** The way of a visitor with a keyboard alone, in WebKitGTK; for the other engines it is in test/browser. */
import { By, Key, until } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiptOf } from '../browser/receiver.ts';
import { startWebKit, type WebKit } from './webkit-driver.ts';
import { startSite } from './webkit-site.ts';

/** Milliseconds; a quiet machine needs a tenth of it. */
const patience = { timeout: 10_000, interval: 50 };

let webKit: WebKit;
let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  webKit = await startWebKit();
  site = await startSite({
    build: 'two-files',
    config: { services: ['posthog', 'youtube'] },
    body: `<a href="/">Hem</a><h1>Solceller</h1>${'<p><a href="#">Läs mer om solceller</a></p>'.repeat(20)}
      <footer><a href="#kakinstallningar">Kakinställningar</a></footer>`,
  });
  await webKit.driver.get(site.origin);
  const banner = await webKit.driver.wait(
    until.elementLocated(By.id('samtycke-consent')),
    patience.timeout,
  );
  await webKit.driver.wait(until.elementIsVisible(banner), patience.timeout);
});
afterAll(async () => {
  await webKit?.stop();
  await site?.stop();
});

const press = (...keys: readonly string[]) =>
  webKit.driver
    .actions()
    .sendKeys(...keys)
    .perform();
const back = () =>
  webKit.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
const focused = () =>
  webKit.driver.executeScript<string>(
    'const e = document.activeElement; return (e.labels?.[0] ?? e).textContent.trim()',
  );
/** Tab until what has the focus reads so. */
async function tabTo(text: string): Promise<void> {
  const most = 30;
  for (let step = 0; step < most; step++) {
    await press(Key.TAB);
    if ((await focused()) === text) return;
  }
  expect.fail(`Tab does not lead to "${text}" but to "${await focused()}"`);
}
/** True when nothing of what has the focus can be seen beside the banner. */
const isCovered = () =>
  webKit.driver.executeScript<boolean>(`
    const banner = document.getElementById('samtycke-consent');
    const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
    const points = [[left + 1, top + 1], [right - 1, bottom - 1]];
    return !banner.contains(document.activeElement) && points.every(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return !hit || banner.contains(hit);
    });`);

describe('in WebKitGTK, with the keyboard alone', () => {
  it('LAW 69, 73: Tab leads into the banner first, out of it, and back', async () => {
    const walk: string[] = [];
    for (let step = 0; step < 5; step++) {
      await press(Key.TAB);
      walk.push(await focused());
    }
    expect(walk).toEqual(['Neka alla', 'Godkänn alla', 'Anpassa', 'Läs mer om kakor', 'Hem']);
    await back();
    expect(await focused()).toBe('Läs mer om kakor');
  });

  it('LAW 70: what has the focus is never covered by the banner', async () => {
    for (let step = 0; step < 23; step++) {
      await press(Key.TAB);
      expect(await isCovered(), await focused()).toBe(false);
    }
    for (let step = 0; step < 5; step++) {
      await back();
      expect(await isCovered(), await focused()).toBe(false);
    }
  });

  it('LAW 71, 72: the settings take the focus, and Escape gives it back and saves nothing', async () => {
    await webKit.driver.executeScript('scrollTo(0, 0); document.activeElement.blur()');
    await webKit.driver
      .findElement(By.xpath(`//button[normalize-space()='Anpassa']`))
      .sendKeys(Key.ENTER);
    await vi.waitFor(async () => expect(await focused()).toBe('Kakinställningar'), patience);
    await tabTo('Statistik');
    await press(Key.SPACE);
    await press(Key.ESCAPE);
    await vi.waitFor(async () => expect(await focused()).toBe('Anpassa'), patience);
    expect(await webKit.driver.manage().getCookies()).toEqual([]);
  });

  it('LAW 27, 78: a saved choice is announced, and the focus is in the page again', async () => {
    await press(Key.ENTER);
    await vi.waitFor(async () => expect(await focused()).toBe('Kakinställningar'), patience);
    await tabTo('Statistik');
    await press(Key.SPACE);
    await tabTo('Spara mina val');
    await press(Key.ENTER);
    await vi.waitFor(async () => expect(await site.receiver.rows()).toHaveLength(1), patience);
    const [row] = await site.receiver.rows();
    expect(row && receiptOf(row).choices).toMatchObject({
      statistics: 'granted',
      marketing: 'denied',
    });
    const status = await webKit.driver.findElement(By.id('samtycke-status'));
    expect(await status.getAttribute('textContent')).toBe('Dina val är sparade.');
    expect(await focused()).toBe('Solceller');
  });

  it('LAW 39, 40: a link of the page opens the settings again, and all is taken back from there', async () => {
    await tabTo('Kakinställningar');
    await press(Key.ENTER);
    await tabTo('Återkalla alla');
    await press(Key.ENTER);
    await vi.waitFor(async () => expect(await site.receiver.rows()).toHaveLength(2), patience);
  });
});

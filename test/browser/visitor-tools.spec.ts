/** The tools by which visitors speak for themselves, and those that hide a banner: docs/visitor-tools.md. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const rule = JSON.parse(read('rules/autoconsent.json')) as { readonly name: string };
const consentOMatic = JSON.parse(read('rules/consent-o-matic.json')) as {
  readonly samtycke: ConsentOMaticRule;
};
/** DuckDuckGo's own content script, as it ships for tests. */
const autoconsent = read('node_modules/@duckduckgo/autoconsent/dist/autoconsent.playwright.js');

const tagged = '<h1>Sol</h1><img data-category="marketing" data-src="/marketing.gif" alt="">';

interface Message {
  readonly type: string;
  readonly cmp?: string;
  readonly result?: boolean;
}

/** Runs autoconsent in the page, as an extension would; resolves to what it has said when it is done. */
async function runAutoconsent(
  page: Page,
  config: Readonly<Record<string, unknown>>,
  rules: readonly object[],
): Promise<readonly Message[]> {
  await page.evaluate(
    ([settings, known]) => {
      const messages: Message[] = [];
      const window_ = window as unknown as {
        messages: Message[];
        autoconsentSendMessage(message: Message & { code?: string; id?: string }): Promise<void>;
        autoconsentReceiveMessage(message: unknown): Promise<void>;
      };
      window_.messages = messages;
      window_.autoconsentSendMessage = async (message) => {
        messages.push(message);
        // The content script says `init` before it can be answered.
        const answer = (reply: unknown) =>
          queueMicrotask(() => void window_.autoconsentReceiveMessage(reply));
        if (message.type === 'init') {
          answer({ type: 'initResp', config: settings, rules: { autoconsent: known } });
        }
        if (message.type === 'autoconsentDone') answer({ type: 'selfTest' });
      };
    },
    [{ enabled: true, enablePrehide: false, ...config }, rules] as const,
  );
  await page.evaluate(autoconsent);
  const said = () => page.evaluate(() => (window as unknown as { messages: Message[] }).messages);
  const ends = /^(selfTestResult|optInResult|autoconsentError)$/;
  await expect.poll(async () => (await said()).some(({ type }) => ends.test(type))).toBe(true);
  return said();
}

/** The parts of Consent-O-Matic's rule format that our rule uses, by its documentation. */
interface ConsentOMaticRule {
  readonly detectors: readonly {
    readonly presentMatcher: readonly CssMatcher[];
    readonly showingMatcher: readonly CssMatcher[];
  }[];
  readonly methods: readonly {
    readonly name: string;
    readonly action?: { readonly type: string; readonly target: CssMatcher['target'] };
  }[];
}
interface CssMatcher {
  readonly type: string;
  readonly target: { readonly selector: string; readonly displayFilter?: boolean };
}

test.describe("the visitor's tools", { tag: '@once' }, () => {
  test('autoconsent finds the banner by our rule, refuses, and its self-test passes', async ({
    site,
    page,
  }) => {
    await site.open({ body: tagged });
    // It waits for the banner itself, for a second at most.
    const said = await runAutoconsent(page, { autoAction: 'optOut' }, [rule]);
    expect(said).toContainEqual(expect.objectContaining({ type: 'popupFound', cmp: 'samtycke' }));
    expect(said).toContainEqual(
      expect.objectContaining({ type: 'optOutResult', cmp: 'samtycke', result: true }),
    );
    expect(said).toContainEqual(
      expect.objectContaining({ type: 'selfTestResult', cmp: 'samtycke', result: true }),
    );
    expect(await site.expectReceipts(1)).toMatchObject([{ action: 'reject_all' }]);
    await expect(site.banner).toHaveCount(0);
  });

  test('autoconsent refuses by its heuristics where the page is in English', async ({
    site,
    page,
  }) => {
    await site.open({ lang: 'en', body: tagged });
    const said = await runAutoconsent(
      page,
      { autoAction: 'optOut', enableHeuristicDetection: true, heuristicMode: 'reject' },
      [],
    );
    expect(said).toContainEqual(expect.objectContaining({ type: 'optOutResult', result: true }));
    expect(await site.expectReceipts(1)).toMatchObject([{ action: 'reject_all' }]);
  });

  test('a synthetic click accepts nothing, and the banner stays', async ({ site, page }) => {
    await site.open({ body: tagged });
    await expect(site.banner).toBeVisible();
    await runAutoconsent(page, { autoAction: 'optIn' }, [rule]);
    await expect(site.banner).toBeVisible();
    await site.settled();
    expect(await site.receipts()).toEqual([]);
    expect(site.arrived('/marketing.gif')).toEqual([]);
    await site.reject(); // the visitor still decides
    expect(await site.expectReceipts(1)).toMatchObject([{ action: 'reject_all' }]);
  });

  test('Consent-O-Matic’s rule finds the banner, and refuses', async ({ site, page }) => {
    await site.open({ body: tagged });
    await expect(site.banner).toBeVisible();
    const found = await page.evaluate(({ detectors, methods }) => {
      const matches = ({ type, target }: CssMatcher) => {
        const element = document.querySelector<HTMLElement>(target.selector);
        const isShown = !target.displayFilter || !!element?.getClientRects().length;
        return type === 'css' && element !== null && isShown;
      };
      const isFound = detectors.some(
        ({ presentMatcher, showingMatcher }) =>
          presentMatcher.every(matches) && showingMatcher.every(matches),
      );
      for (const { action } of methods) {
        if (action?.type === 'click') {
          document.querySelector<HTMLElement>(action.target.selector)?.click();
        }
      }
      return isFound && !detectors[0]?.presentMatcher.some(matches);
    }, consentOMatic.samtycke);
    expect(found).toBe(true);
    expect(await site.expectReceipts(1)).toMatchObject([{ action: 'reject_all' }]);
  });

  for (const how of ['display', 'visibility', 'opacity', 'removed'] as const) {
    test(`a banner that a tool has hidden (${how}) leaves page and gate in order`, async ({
      site,
      page,
    }) => {
      await site.open({
        head: '<style>html { scroll-padding-bottom: 7px }</style>',
        body: `${tagged}<p><a href="#mal">Läs mer</a></p><p style="height: 2000px"></p>
          <p id="mal"><a href="#kakinstallningar">Kakor</a></p>`,
      });
      await expect(site.banner).toBeVisible();
      // An inline `!important` is as strong here as an extension's style sheet.
      await page.evaluate((name) => {
        const banner = document.getElementById('samtycke-consent') as HTMLElement;
        const values = { display: 'none', visibility: 'hidden', opacity: '0' } as const;
        if (name === 'removed') banner.remove();
        else banner.style.setProperty(name, values[name], 'important');
      }, how);

      const padding = () =>
        page.evaluate('getComputedStyle(document.documentElement).scrollPaddingBottom');
      if (how === 'display' || how === 'removed') {
        await expect.poll(padding).toBe('7px');
        await page.keyboard.press('Tab');
        await expect(page.getByRole('link', { name: 'Läs mer' })).toBeFocused();
        await page.keyboard.press('Tab');
        await expect(page.getByRole('link', { name: 'Kakor' })).toBeInViewport();
      }
      if (how === 'opacity') {
        // Nobody says yes to what they cannot see.
        const accept = page.locator('#samtycke-consent .samtycke-equal > button').last();
        await accept.click();
      }
      await site.settled();
      expect(await site.receipts()).toEqual([]);
      expect(site.arrived('/marketing.gif')).toEqual([]);

      if (how === 'removed') {
        await page.evaluate('samtycke.openBanner()');
        await expect(site.banner).toBeVisible();
      }
      await page.evaluate("location.hash = '#kakinstallningar'");
      await expect(site.settings).toBeVisible();
      await site.settings.getByRole('button', { name: 'Neka alla' }).click();
      expect(await site.expectReceipts(1)).toMatchObject([{ action: 'reject_all' }]);
      await expect(page.locator('#samtycke-consent')).toHaveCount(0);
      expect(await padding()).toBe('7px');
    });
  }
});

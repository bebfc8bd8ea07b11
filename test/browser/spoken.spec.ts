/** What a screen reader says, in the order in which it says it: guidepup's virtual one in a real page. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

const reader = readFileSync(
  new URL(
    '../../node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js',
    import.meta.url,
  ),
);

interface Reader {
  start(options: { readonly container: Element }): Promise<void>;
  next(): Promise<void>;
  stop(): Promise<void>;
  spokenPhraseLog(): Promise<string[]>;
}

/** Everything that is said from the start of an element to its end, a line each. */
function spokenIn(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    async ([module, root]) => {
      const { virtual } = (await import(`data:text/javascript;base64,${module}`)) as {
        virtual: Reader;
      };
      const most = 200; // lines: it goes round for ever
      await virtual.start({ container: document.querySelector(root) as Element });
      let said: readonly string[] = [];
      for (let line = 0; line < most && said.at(-1) !== `end of ${said[0]}`; line++) {
        await virtual.next();
        said = await virtual.spokenPhraseLog();
      }
      await virtual.stop();
      return `${said.join('\n')}\n`;
    },
    [reader.toString('base64'), selector] as const,
  );
}

/** Compares with the transcript in spoken/; `UPDATE_SPOKEN=1` writes it, to be read before it is committed. */
function expectSpoken(name: string, said: string): void {
  const file = new URL(`spoken/${name}.txt`, import.meta.url);
  if (process.env.UPDATE_SPOKEN) writeFileSync(file, said);
  expect(said).toBe(readFileSync(file, 'utf8'));
}

test('LAW 69, 71, 77: banner, stand-in and settings as they are read aloud', {
  tag: ['@plain', '@chromium'],
}, async ({ site, page }) => {
  await site.open({
    config: { services: ['youtube', 'posthog'] },
    body: '<h1>Solceller</h1><iframe data-category="marketing" data-service="youtube" data-src="/film.html" title="Film" width="560" height="315"></iframe>',
  });
  await expect(site.banner).toBeVisible();
  expectSpoken('banner', await spokenIn(page, '#samtycke-consent'));
  await expect(page.locator('.samtycke-embed')).toBeVisible();
  expectSpoken('stand-in', await spokenIn(page, '.samtycke-embed'));
  await site.openSettings();
  await site.settings
    .getByText(/^Tjänster/)
    .nth(1)
    .click();
  expectSpoken('settings', await spokenIn(page, '#samtycke-settings'));
});

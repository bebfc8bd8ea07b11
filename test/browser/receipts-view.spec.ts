/** "Mina kvitton": what a visitor sees and can do; what counts is the rows at the receiver. */

import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { runCommand } from '../../src/tools/run-command.ts';
import { expectFocus } from './expect-focus.ts';
import { expect, type Site, test } from './fixtures.ts';

const config = {
  services: [
    'posthog' as const,
    'meta-pixel' as const,
    {
      id: 'annons',
      category: 'marketing',
      provider: 'Annons AB',
      purpose: 'Mäter annonser.',
      country: 'SE',
      recipients: [{ name: 'Säljaren Inc.', role: 'controller' as const, country: 'US' }],
      storage: [],
    },
  ],
};
/** Who gets data, and what each is in the law's eyes (GDPR 13(1)(e)); what is not stated is not made up. */
const recipients = [
  'PostHog, Inc., personuppgiftsbiträde (Statistik), kan föra uppgifter till USA',
  'Meta Platforms Ireland Limited, personuppgiftsansvarig tillsammans med oss (Marknadsföring), kan föra uppgifter till USA',
  'Annons AB (Marknadsföring)',
  'Säljaren Inc., egen personuppgiftsansvarig (Marknadsföring), kan föra uppgifter till USA',
];

/** The receipts in the settings, folded up at first. */
async function openReceipts(site: Site): Promise<Locator> {
  await site.openSettings();
  await site.settings.getByText('Mina kvitton').click();
  return site.settings.locator('.samtycke-mine').first();
}

/** The page of a site with the element. */
async function openElement(site: Site): Promise<Locator> {
  await site.page.goto(site.url('/mina-kvitton'));
  return site.page.locator('samtycke-receipts');
}

async function acceptOn(site: Site): Promise<void> {
  site.serve('/mina-kvitton', {
    config,
    body: '<h1>Mina kvitton</h1><samtycke-receipts></samtycke-receipts>',
  });
  await site.open({ config });
  await site.accept();
  await site.expectReceipts(1);
}

async function downloaded(page: Page, link: Locator) {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

test('shows the receipts in words in the settings, newest first, and what their receiver signed', async ({
  site,
  page,
}) => {
  await site.open({ config });
  await site.accept();
  await site.expectReceipts(1);
  await site.save({ marketing: false, statistics: true });
  await site.expectReceipts(2);
  if (await site.settings.isVisible()) await page.keyboard.press('Escape');
  const mine = await openReceipts(site);
  const cards = mine.locator('.samtycke-receipt');
  await expect(cards).toHaveCount(2);
  await expect(cards.nth(0)).toContainText('Statistik: ja. Vi ser hur webbplatsen används.');
  await expect(cards.nth(0)).toContainText('Marknadsföring: återkallat.');
  await expect(cards.nth(1)).toContainText('Du godkände alla.');
  await expect(cards.nth(1)).toContainText(/Hos Solexempel AB: Kom fram \d{4}-\d\d-\d\d \d\d:\d\d/);
  await mine.getByRole('button', { name: 'Kontrollera kvittona' }).click();
  await expect(mine.getByRole('status')).toHaveText('Alla kvitton stämmer.');
  await expect(cards.nth(1)).toContainText(/Kontroll: Stämmer\. Mottagaren skrev under det/);
});

test.describe('the whole way of a visitor', { tag: '@once' }, () => {
  test('finds an altered receipt, and one that somebody else has signed', async ({
    site,
    page,
  }) => {
    await acceptOn(site);
    await page.evaluate(() => {
      const copies = JSON.parse(localStorage['samtycke.receipts']);
      copies[0].choices.marketing = 'denied';
      localStorage['samtycke.receipts'] = JSON.stringify(copies);
    });
    const mine = await openElement(site);
    await expect(mine).toContainText('Där finns ett annat kvitto med samma nummer.');
    const check = mine.getByRole('button', { name: 'Kontrollera kvittona' });
    await check.click();
    await expect(mine.getByRole('status')).toHaveText('Ett kvitto stämmer inte.');
    await expect(mine).toContainText('Kvittot är inte det som mottagaren skrev under.');

    // Another key under the same name: the whole receipt, a signature that is not the receiver's.
    await page.evaluate(() => {
      const copies = JSON.parse(localStorage['samtycke.receipts']);
      copies[0].choices.marketing = 'granted';
      localStorage['samtycke.receipts'] = JSON.stringify(copies);
    });
    site.respond('/.well-known/', async (request) => {
      const answer = await request.forward();
      const { keys } = JSON.parse(String(answer.body));
      return {
        ...answer,
        body: JSON.stringify({
          keys: [{ ...keys[0], x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }], // RFC 8032, test 1
        }),
      };
    });
    await openElement(site);
    await check.click();
    await expect(mine.getByRole('status')).toHaveText('Ett kvitto stämmer inte.');
  });

  test('downloads files that samtycke verify and a printer can read', async ({ site, page }) => {
    await acceptOn(site);
    const mine = await openElement(site);
    const json = await downloaded(page, mine.getByRole('link', { name: 'Ladda ned (JSON)' }));
    expect(json.name).toMatch(/^kvitton-\d{4}-\d\d-\d\d\.json$/);
    const content = JSON.parse(await readFile(json.path, 'utf8'));
    const [row] = await site.rows();
    expect(content).toMatchObject({
      controller: { name: 'Solexempel AB' },
      kept_months: 18,
      receipts: [{ hash: row?.hash, received_at: row?.receivedAt, restricted: false }],
      receipts_without_proof: [],
    });
    const keysFile = test.info().outputPath('keys.json');
    await writeFile(keysFile, JSON.stringify({ keys: content.keys }));
    let said = '';
    const code = await runCommand(['verify', '--receipt', json.path, '--keys', keysFile], {
      out: (text) => {
        said += text;
      },
      error: (text) => {
        said += text;
      },
    });
    expect(said).toContain('Everything is as it was signed.');
    expect(code).toBe(0);

    const print = await downloaded(
      page,
      mine.getByRole('link', { name: 'Ladda ned för utskrift' }),
    );
    const html = await readFile(print.path, 'utf8');
    expect(html).toMatch(/^<!doctype html><html lang="sv">/);
    for (const text of [
      'Registerutdrag',
      'Statistik: ja.',
      'Solexempel AB',
      row?.id,
      recipients[3],
    ]) {
      expect(html).toContain(text);
    }
  });

  test('restricts and lifts, with every choice a no meanwhile', async ({ site }) => {
    await acceptOn(site);
    const mine = await openElement(site);
    await mine.getByText('Begränsa', { exact: true }).click();
    await mine.getByRole('button', { name: 'Begränsa mina kvitton' }).click();
    await expect(mine.getByRole('status')).toHaveText('Klart. Kvittona används inte.');
    const [, no] = await site.expectReceipts(2);
    expect(no).toMatchObject({ event: 'withdraw', choices: { statistics: 'withdrawn' } });
    expect((await site.rows()).map(({ restricted }) => restricted)).toEqual([true, true]);
    await expect(mine.getByText('Begränsat. Det sparas men används inte.')).toHaveCount(3);

    await mine.getByRole('button', { name: 'Häv begränsningen' }).click();
    await expect(mine.getByRole('status')).toContainText('Begränsningen är hävd.');
    expect((await site.rows()).map(({ restricted }) => restricted)).toEqual([false, false]);
  });

  test('erases there and here, and leaves the choice alone', async ({ site, page }) => {
    await acceptOn(site);
    const mine = await openElement(site);
    await mine.getByText('Radera', { exact: true }).click();
    await expect(mine).toContainText('Kvar blir en kontrollsumma för varje kvitto.');
    await mine.getByRole('button', { name: 'Radera mina kvitton' }).click();
    await expect(mine.getByRole('status')).toHaveText(
      'Klart. Kvittona är raderade, både där och här.',
    );
    expect(await site.rows()).toEqual([]);
    expect(await site.storage()).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toMatch(/samtycke=.*c\.statistics/);
    expect(await page.evaluate(() => document.cookie)).not.toContain('id=');
    // The focus was on a button that is gone: what happened is read next.
    await expectFocus(mine.getByRole('status'));
  });

  test('changes nothing and says so when the receiver cannot be reached', async ({ site }) => {
    await acceptOn(site);
    site.respond(site.endpoint, () => ({ status: 503 }));
    const mine = await openElement(site);
    await expect(mine.getByRole('status')).toContainText('Vi når inte mottagaren just nu.');
    await expect(mine).toContainText('Hos Solexempel AB: Går inte att se just nu');
    await mine.getByText('Radera', { exact: true }).click();
    await mine.getByRole('button', { name: 'Radera mina kvitton' }).click();
    await expect(mine.getByRole('status')).toContainText('Inget är ändrat.');
    expect(await site.rows()).toHaveLength(1);
    expect(await site.storage()).toContain('samtycke.secret');
  });

  test('LAW 36, 37: tells where to complain, with a text to copy, and who is responsible', async ({
    site,
  }) => {
    await acceptOn(site);
    const mine = await openElement(site);
    const [row] = await site.rows();
    await mine.getByText('Klaga', { exact: true }).click();
    await expect(mine.getByRole('link', { name: /\(PTS\)/ })).toHaveAttribute('href', /pts\.se/);
    await expect(mine.getByRole('link', { name: /\(IMY\)/ })).toHaveAttribute('href', /imy\.se/);
    await expect(mine.getByRole('textbox')).toHaveValue(new RegExp(row?.id as string));
    await mine.getByText('Vem som ansvarar').click();
    await expect(mine).toContainText('Solexempel AB ansvarar för kvittona');
    const companies = mine
      .getByRole('listitem')
      .filter({ hasText: /\((Statistik|Marknadsföring)\)/ });
    await expect(companies).toHaveText(recipients);
    await expect(mine).toContainText('Ett kvitto sparas i 18 månader');
  });
});

test('tells someone who has only refused that there is no id, and so no receipts', async ({
  site,
}) => {
  await site.open({ config });
  await site.reject();
  await site.expectReceipts(1);
  const mine = await openReceipts(site);
  await expect(mine).toContainText('Vi sparar inget id för den som bara har nekat');
  await expect(mine.getByRole('link', { name: 'Ladda ned (JSON)' })).toHaveCount(0);
});

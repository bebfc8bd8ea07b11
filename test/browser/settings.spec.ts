import type { Page } from 'playwright/test';
import { expectFocus } from './expect-focus.ts';
import { expect, test } from './fixtures.ts';

const services = [
  'posthog',
  'youtube',
  {
    id: 'chatt',
    category: 'preferences',
    name: 'Chatten',
    provider: 'Chattbolaget AB',
    purpose: 'Visar en chatt.',
    storage: [
      { name: 'chatt_id', days: 30, purpose: 'Känner igen dig.' },
      { name: 'chatt_lang', days: 1, kind: 'local' as const },
      { name: 'chatt_tema', days: 730 },
      { name: 'chatt_arkiv', days: 1000 },
      { name: 'chatt_nu', days: 0 },
      { name: 'chatt_*' },
    ],
  },
];
const body = `<h1>Solceller</h1><a href="/">Hem</a>
  <footer><a href="#kakinstallningar">Kakinställningar</a></footer>`;
const config = { services };
const focusedText = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim());

test('LAW 71: is a modal dialog named by its visible title, and the focus moves in', async ({
  site,
  page,
}) => {
  await site.open({ config, body });
  await site.openSettings();
  const dialog = page.getByRole('dialog', { name: 'Kakinställningar' });
  await expectFocus(dialog.getByRole('heading', { name: 'Kakinställningar', level: 2 }));
  expect(await page.evaluate(() => document.querySelector('dialog')?.matches(':modal'))).toBe(true);
  await expect(dialog.getByRole('button', { name: 'Stäng' })).toBeVisible();
  // The page behind takes no focus while it is open.
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab');
    expect(await focusedText(page)).not.toBe('Hem');
  }
});

for (const way of ['Escape', 'Stäng', 'beside'] as const) {
  test(`LAW 71, 72: closing it by ${way} saves nothing and gives the focus back`, async ({
    site,
    page,
  }) => {
    await site.open({ config, body });
    await site.openSettings();
    await site.settings.getByRole('checkbox', { name: 'Statistik' }).check();
    if (way === 'Escape') await page.keyboard.press('Escape');
    else if (way === 'Stäng') await site.settings.getByRole('button', { name: 'Stäng' }).click();
    else await page.mouse.click(3, 3);
    await expect(site.settings).toBeHidden();
    await expectFocus(page.getByRole('button', { name: 'Anpassa' }));
    expect(await site.cookies()).toEqual([]);
    await site.openSettings();
    await expect(site.settings.getByRole('checkbox', { name: 'Statistik' })).not.toBeChecked();
  });
}

test('gives the focus to the page when its opener is gone', async ({ site, page }) => {
  await site.open({ config, body });
  await site.openSettings();
  await site.settings.getByRole('button', { name: 'Neka alla' }).click();
  await expect(site.settings).toBeHidden();
  await expect(page.getByRole('status')).toHaveText('Dina val är sparade.');
  await expectFocus(page.getByRole('heading', { name: 'Solceller' }));
});

test('LAW 25, 77: boxes are native, named, and unticked at first; necessary is text', async ({
  site,
}) => {
  await site.open({ config, body });
  await site.openSettings();
  const boxes = site.settings.getByRole('checkbox');
  await expect(boxes).toHaveCount(3);
  for (const name of ['Inställningar', 'Statistik', 'Marknadsföring']) {
    await expect(site.settings.getByRole('checkbox', { name, exact: true })).not.toBeChecked();
  }
  await expect(
    site.settings.getByRole('heading', { name: /Nödvändiga\s*Alltid på/ }),
  ).toBeVisible();
});

test('LAW 27: saves exactly what is shown, also when all is off', async ({ site }) => {
  await site.open({ config, body });
  await site.save({});
  const [first] = await site.expectReceipts(1);
  expect(first).toMatchObject({
    action: 'save',
    notice: { layer: 2, path: ['banner', 'settings'] },
    choices: { preferences: 'denied', statistics: 'denied', marketing: 'denied' },
  });
  await site.save({ statistics: true });
  const [, second] = await site.expectReceipts(2);
  expect(second).toMatchObject({
    notice: { layer: 2, path: ['settings'] },
    choices: { preferences: 'denied', statistics: 'granted', marketing: 'denied' },
  });
});

test('LAW 41: shows the stored choice when it is opened again', async ({ site, page }) => {
  await site.open({ config, body });
  await site.save({ marketing: true });
  await expect(site.settings).toBeHidden();
  await page.reload();
  await page.getByRole('link', { name: 'Kakinställningar' }).click();
  await expect(site.settings.getByRole('checkbox', { name: 'Marknadsföring' })).toBeChecked();
  await expect(site.settings.getByRole('checkbox', { name: 'Statistik' })).not.toBeChecked();
});

test('LAW 28: offers refusal beside acceptance here too, in the same order', async ({ site }) => {
  await site.open({ config, body });
  await site.openSettings();
  const buttons = site.settings.locator('.samtycke-equal button');
  await expect(buttons).toHaveText(['Neka alla', 'Godkänn alla']);
  const [reject, accept] = await buttons.evaluateAll((all) =>
    all.map((button) => {
      const { color, backgroundColor, fontSize, fontWeight, padding, border } =
        getComputedStyle(button);
      const { width, height } = button.getBoundingClientRect();
      return { color, backgroundColor, fontSize, fontWeight, padding, border, width, height };
    }),
  );
  expect(reject).toEqual(accept);
});

test('LAW 31, 32: says who is behind a category and what they store for how long', async ({
  site,
}) => {
  await site.open({ config, body });
  await site.openSettings();
  for (const summary of await site.settings.getByText(/^Tjänster/).all()) await summary.click();
  const { settings } = site;
  await expect(settings.getByText('Leverantör: Chattbolaget AB.')).toBeVisible();
  await expect(settings.getByText('chatt_id kaka, 30\u00a0dagar. Känner igen dig.')).toBeVisible();
  await expect(settings.getByText('chatt_lang lokal lagring, 1\u00a0dag')).toBeVisible();
  await expect(settings.getByText('chatt_tema kaka, 2\u00a0år')).toBeVisible();
  await expect(settings.getByText('chatt_nu kaka, tills du stänger webbläsaren')).toBeVisible();
  await expect(settings.getByText('chatt_* kaka, tills du tar bort den')).toBeVisible();
  await expect(
    settings.getByText(/^Överföring: Uppgifter kan föras till USA\. Företaget har lovat att följa/),
  ).toBeVisible();
  await expect(settings.getByText('VISITOR_INFO1_LIVE kaka, från annan webbplats')).toBeVisible();
  await expect(
    settings.getByText('samtycke kaka, 182\u00a0dagar, dina val och kvitton'),
  ).toBeVisible();
  // LAW 67: a space that does not break between thousands.
  expect(await settings.innerText()).toContain('chatt_arkiv kaka, 1\u00a0000\u00a0dagar');
});

test('LAW 36, 38: says where to complain about what, and that the past stays lawful', async ({
  site,
}) => {
  await site.open({ config, body });
  await site.openSettings();
  const link = (name: RegExp) => site.settings.getByRole('link', { name });
  await expect(link(/kakor.*\(PTS\)/)).toHaveAttribute('href', /^https:\/\/pts\.se\//);
  await expect(link(/personuppgifter.*\(IMY\)/)).toHaveAttribute(
    'href',
    /^https:\/\/www\.imy\.se\//,
  );
  await expect(site.settings).toContainText('Det påverkar inte det som var lagligt innan dess.');
});

test('LAW 40, 42, 43: takes all back in two steps, and says what was deleted and what was not', async ({
  site,
  page,
}) => {
  const own = {
    id: 'egen',
    category: 'statistics',
    provider: 'Egen AB',
    purpose: 'Räknar besök.',
    storage: [
      { name: 'egen_id', days: 2 },
      { name: 'fjärran', thirdParty: true },
    ],
  };
  await site.open({
    config: { services: [own] },
    body,
    head: `<script type="text/plain" data-category="statistics" data-service="egen">document.cookie='egen_id=1;path=/'</script>`,
  });
  await site.accept();
  await expect.poll(site.cookies).toContain('egen_id');
  await page.getByRole('link', { name: 'Kakinställningar' }).click();
  await site.settings.getByRole('button', { name: 'Återkalla alla' }).click();
  const { settings } = site;
  await expectFocus(settings.getByRole('heading', { name: 'Ditt samtycke är återkallat' }));
  await expect(settings.getByRole('listitem')).toHaveText(['egen_id', 'fjärran']);
  await expect.poll(site.cookies).not.toContain('egen_id');
  await settings.getByRole('button', { name: 'Ladda om sidan' }).click();
  await expect(settings).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Solceller' })).toBeVisible();
  const receipts = await site.expectReceipts(2);
  expect(receipts[1]?.event).toBe('withdraw');
});

test('offers no withdrawal to someone who has accepted nothing', async ({ site }) => {
  await site.open({ config, body });
  await site.reject();
  await site.openSettings();
  await expect(site.settings.getByRole('button', { name: 'Återkalla alla' })).toHaveCount(0);
});

test('builds the list of 500 services only when it is opened', async ({ site }) => {
  const many = Array.from({ length: 500 }, (_, n) => ({
    id: `tjanst-${n}`,
    category: 'statistics',
    provider: 'Många AB',
    purpose: 'Räknar besök.',
    storage: [{ name: `c${n}`, days: 1 }],
  }));
  await site.open({ config: { services: many }, body });
  await site.openSettings();
  const elements = () => site.settings.locator('*').count();
  expect(await elements()).toBeLessThan(100);
  await site.settings.getByText('Tjänster (500)').click();
  await expect.poll(elements).toBeGreaterThan(2_000);
});

test('speaks English as a whole', async ({ site }) => {
  await site.open({ config, body, lang: 'en' });
  await site.openSettings();
  for (const summary of await site.settings.locator('summary').all()) await summary.click();
  const text = await site.settings.innerText();
  expect(text).toContain('Data may be transferred to: United States.');
  expect(text).not.toMatch(/kaka|kakor|samtycke är|Tjänster|Leverantör|Spara|år\b|dagar/);
});

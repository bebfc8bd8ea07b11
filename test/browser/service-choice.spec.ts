/** A switch for each service, where the site wants it; what counts is what arrives and what is stored. */
import { expect, type Site, test } from './fixtures.ts';

const service = (id: string, name: string) => ({
  id,
  category: 'marketing',
  name,
  provider: `${name} AB`,
  purpose: 'Visar annonser.',
});
const config = {
  services: [service('film', 'Film'), service('annons', 'Annons'), 'posthog'],
  ui: { serviceChoice: true },
};
const tagged = (of: string) =>
  `<script type="text/plain" data-category="marketing" data-service="${of}" data-src="/${of}.js"></script>`;
const body = `<h1>Solceller</h1>${tagged('film')}${tagged('annons')}
  <script type="text/plain" data-category="marketing" data-src="/other.js"></script>
  <a href="#kakinstallningar">Kakinställningar</a>`;

const box = (site: Site, name: string) =>
  site.settings.getByRole('checkbox', { name, exact: true });
const isMixed = (site: Site) =>
  box(site, 'Marknadsföring').evaluate((input) => (input as HTMLInputElement).indeterminate);

test('LAW 11, 27, 41, 77: accepts one service, which is all that runs, and shows so again', {
  tag: '@once',
}, async ({ site, page, context }) => {
  await site.open({ config, body });
  await site.openSettings();
  await site.settings.getByText('Tjänster (2)').click();
  await expect(box(site, 'Film')).not.toBeChecked();
  // By keyboard alone: native boxes, in the order of the page.
  await box(site, 'Marknadsföring').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(box(site, 'Film')).toBeFocused();
  await page.keyboard.press('Space');
  expect(await isMixed(site)).toBe(true);
  await expect(site.settings.getByText('Delvis på')).toBeVisible();
  await site.settings.getByRole('button', { name: 'Spara mina val' }).click();
  await site.expectArrived('/film.js', 1);
  const [receipt] = await site.expectReceipts(1);
  expect(receipt).toMatchObject({
    choices: { marketing: 'denied', statistics: 'denied' },
    services: { film: 'granted' },
  });
  const [cookie] = await context.cookies();
  expect(decodeURIComponent(cookie?.value ?? '')).toMatch(/c\.marketing=0&s\.film=1$/);

  // Saved once more without opening the list: nothing is lost.
  await page.reload();
  await site.expectArrived('/film.js', 2);
  await site.openSettings();
  expect(await isMixed(site)).toBe(true);
  await site.settings.getByRole('button', { name: 'Spara mina val' }).click();
  const [, again] = await site.expectReceipts(2);
  expect(again).toMatchObject({ services: { film: 'granted' } });
  await site.settled();
  expect(site.arrived('/annons.js')).toEqual([]);
  expect(site.arrived('/other.js')).toEqual([]);

  // The category's own switch: from mixed to all, then to none.
  await site.openSettings();
  await site.settings.getByText('Tjänster (2)').click();
  await box(site, 'Marknadsföring').click();
  expect(await isMixed(site)).toBe(false);
  await expect(box(site, 'Film')).toBeChecked();
  await expect(box(site, 'Annons')).toBeChecked();
  await box(site, 'Annons').click();
  expect(await isMixed(site)).toBe(true);
  await box(site, 'Annons').click();
  await expect(box(site, 'Marknadsföring')).toBeChecked();
  await site.settings.getByRole('button', { name: 'Spara mina val' }).click();
  await site.expectArrived('/other.js', 1);
  const [, , all] = await site.expectReceipts(3);
  expect(all?.choices).toMatchObject({ marketing: 'granted' });

  await site.openSettings();
  await box(site, 'Marknadsföring').click();
  await site.settings.getByText('Tjänster (2)').click();
  await expect(box(site, 'Film')).not.toBeChecked();
  await page.keyboard.press('Escape'); // LAW 72: nothing is stored
  const [unchanged] = await context.cookies();
  expect(decodeURIComponent(unchanged?.value ?? '')).toContain('c.marketing=1');
});

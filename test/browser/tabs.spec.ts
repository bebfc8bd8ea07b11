/** Every other tab follows at once. */
import { expect, test } from './fixtures.ts';

const body = `<script type="text/plain" data-category="statistics">new Image().src = '/ran.gif?' + Math.random()</script>
<iframe data-category="marketing" data-src="/film.html" title="Film"></iframe>`;

test('accepting in one tab releases in the other, and closes its banner', async ({
  site,
  context,
}) => {
  await site.open({ body });
  const other = await context.newPage();
  await other.goto(site.url('/'));
  const otherBanner = other.getByRole('region', { name: /kakor/ });
  await expect(otherBanner).toBeVisible();
  await site.page.bringToFront();
  await site.accept();
  await site.expectArrived('/ran.gif', 2);
  await site.expectArrived('/film.html', 2);
  await expect(otherBanner).toHaveCount(0);
  expect(await site.expectReceipts(1)).toHaveLength(1);
  await other.close();
});

test('withdrawing in one tab closes the gate in the other', async ({ site, context }) => {
  await site.open({ body });
  await site.accept();
  await site.expectArrived('/film.html', 1);
  const other = await context.newPage();
  await other.goto(site.url('/'));
  await site.expectArrived('/film.html', 2);
  await site.page.bringToFront();
  await site.withdraw();
  // The film in the other tab is stopped, and a stand-in takes its place.
  await expect(other.locator('iframe[src]')).toHaveCount(0);
  await expect(other.getByRole('button', { name: 'Visa den här gången' })).toBeVisible();
  // What is inserted there from now on is held.
  await other.evaluate(() => {
    const late = document.createElement('iframe');
    Object.assign(late.dataset, { category: 'marketing', src: '/late.html' });
    document.body.append(late);
  });
  await expect(other.getByRole('button', { name: 'Visa den här gången' })).toHaveCount(2);
  await site.settled();
  expect(site.arrived('/late.html')).toEqual([]);
  await site.expectReceipts(2);
  await other.close();
});

test('a tab that hears of a choice before its cookie has arrived follows when it has', async ({
  site,
  context,
}) => {
  await site.open({ body });
  const other = await context.newPage();
  // Tabs are processes: the message and the cookie go by different roads (seen in Firefox ESR 153).
  await other.addInitScript(() => {
    const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    let arrived = false;
    new BroadcastChannel('samtycke').onmessage = () => setTimeout(() => (arrived = true), 50);
    Object.defineProperty(Document.prototype, 'cookie', {
      ...jar,
      get() {
        return arrived ? jar?.get?.call(this) : '';
      },
    });
  });
  await other.goto(site.url('/'));
  const otherBanner = other.getByRole('region', { name: /kakor/ });
  await expect(otherBanner).toBeVisible();
  await site.page.bringToFront();
  await site.accept();
  await expect(otherBanner).toHaveCount(0);
  await site.expectArrived('/ran.gif', 2);
  await other.close();
});

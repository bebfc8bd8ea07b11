/** The way of a choice from the first view to the return, and that the fixtures see all of it. */
import { expect, test } from './fixtures.ts';

const tracked = (tracker: string) => ({
  head: `
    <script type="text/plain" data-category="statistics" data-src="${tracker}/statistics.js?cookie=s"></script>
    <script type="text/plain" data-category="marketing" data-src="${tracker}/marketing.js"></script>`,
});

test('sends, stores and starts nothing before a choice', async ({ site }) => {
  await site.open(tracked(site.tracker));
  await expect(site.banner).toBeVisible();
  await site.settled();
  expect(site.arrived('tracker.localhost')).toEqual([]);
  expect(site.arrived(site.endpoint)).toEqual([]);
  expect(await site.cookies()).toEqual([]);
  expect(await site.storage()).toEqual([]);
  expect(await site.receipts()).toEqual([]);
});

test('starts what is accepted, once, and delivers one receipt', async ({ site }) => {
  await site.open(tracked(site.tracker));
  await site.accept();
  await site.expectArrived('tracker.localhost/statistics.js', 1);
  await site.expectArrived('tracker.localhost/marketing.js', 1);
  const [receipt] = await site.expectReceipts(1);
  expect(receipt).toMatchObject({
    event: 'first',
    action: 'accept_all',
    site: site.origin,
    choices: { necessary: 'required', statistics: 'granted', marketing: 'granted' },
  });
  await expect.poll(site.cookies).toContain('samtycke');
  await expect(site.banner).toBeHidden();
});

test('starts nothing after a no, and delivers its receipt too', async ({ site }) => {
  await site.open(tracked(site.tracker));
  await site.reject();
  const [receipt] = await site.expectReceipts(1);
  expect(receipt).toMatchObject({ action: 'reject_all', choices: { statistics: 'denied' } });
  await site.settled();
  expect(site.arrived('tracker.localhost')).toEqual([]);
});

test('starts only the category that is saved in the settings', async ({ site }) => {
  await site.open(tracked(site.tracker));
  await site.save({ statistics: true });
  await site.expectArrived('tracker.localhost/statistics.js', 1);
  const [receipt] = await site.expectReceipts(1);
  expect(receipt).toMatchObject({
    action: 'save',
    choices: { statistics: 'granted', marketing: 'denied' },
  });
  await site.settled();
  expect(site.arrived('tracker.localhost/marketing.js')).toEqual([]);
});

test('starts nothing on the next page once everything is withdrawn', async ({ site, page }) => {
  await site.open(tracked(site.tracker));
  await site.accept();
  await site.expectArrived('tracker.localhost/statistics.js', 1);
  await site.withdraw();
  const receipts = await site.expectReceipts(2);
  expect(receipts[1]).toMatchObject({ choices: { statistics: 'withdrawn' } });
  await page.reload();
  await site.settled();
  expect(site.arrived('tracker.localhost/statistics.js')).toHaveLength(1);
  await expect(site.banner).toBeHidden();
});

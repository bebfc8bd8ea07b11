/** Most page views are those of a visitor who has chosen: they pay for the head script only. */
import { expect, test } from './fixtures.ts';
import { expectDelivery } from './outbox.ts';
import { countOwnCalls } from './own-calls.ts';

test('costs a returning visitor one request of ours and no layout shift', async ({
  site,
  page,
  browserName,
}) => {
  await site.open();
  await site.accept();
  await expectDelivery(site, { rows: 1, left: 0 }); // else the next page sends it again
  const before = site.arrived(/\/samtycke\/|\/v1\//).length;

  await page.reload();
  await expect(page.getByRole('button', { name: 'Kakinställningar' })).toBeVisible();
  await site.settled();

  const ours = site.arrived(/\/samtycke\/|\/v1\//).slice(before);
  const file = site.build === 'two-files' ? 'samtycke.js' : 'samtycke.all.js';
  expect(ours.map(({ path }) => path)).toEqual([`/samtycke/${file}`]);
  await expect(site.banner).toBeHidden();
  if (browserName === 'chromium') expect(await layoutShift(page)).toBe(0); // Firefox cannot tell
});

test('fetches the UI module when a returning visitor opens the settings', {
  tag: '@two-files',
}, async ({ site, page }) => {
  await site.open();
  await site.reject();
  await expectDelivery(site, { rows: 1, left: 0 }); // else the next page sends it again
  await page.reload();
  await site.settled();
  const before = site.arrived('/samtycke/samtycke.ui.').length;
  await site.openSettings();
  expect(site.arrived('/samtycke/samtycke.ui.')).toHaveLength(before + 1);
});

test('costs a returning visitor the same, whatever the number of services', {
  tag: '@chromium',
}, async ({ site, page, context }) => {
  const withServices = (count: number) => ({
    config: {
      services: Array.from({ length: count }, (_, i) => ({
        id: `service-${i}`,
        category: 'statistics',
        name: `Tjänst ${i}`,
        hosts: [`${i}.example`],
        storage: [{ name: `_s${i}` }],
      })),
    },
    body: '<script type="text/plain" data-category="statistics">window.ran = true</script>',
  });
  await site.open(withServices(5));
  await site.accept();
  await expectDelivery(site, { rows: 1, left: 0 }); // else the next page sends it again
  const calls = await countOwnCalls(context, page);
  const visit = async () => {
    await page.reload();
    await page.waitForFunction('window.ran');
    await site.settled();
    return calls();
  };
  const few = await visit();
  expect(few).toBeLessThan(150);
  site.serve('/', withServices(500));
  // Events that come now or a moment later make a difference of a few; services would make one of hundreds.
  expect(Math.abs((await visit()) - few)).toBeLessThan(20);
});

/** The sum of all layout shifts since the page began (https://web.dev/articles/cls). */
function layoutShift(page: import('playwright/test').Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // The observer is called only when there was a shift; buffered ones come before this.
        requestAnimationFrame(() => setTimeout(() => resolve(0)));
      }),
  );
}

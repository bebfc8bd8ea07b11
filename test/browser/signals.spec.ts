/** What Google's tags would see in the dataLayer: LAW 4.1 and 80. */
import { expect, test } from './fixtures.ts';

const denied = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
};

/** Commands and events in order; a command is an arguments object. */
const layer = () => {
  const entries = (window as unknown as { dataLayer?: unknown[] }).dataLayer ?? [];
  return entries.map((entry) =>
    Object.prototype.toString.call(entry) === '[object Arguments]'
      ? Array.from(entry as ArrayLike<unknown>)
      : entry,
  );
};

test('LAW 80: default denied before anything, one update with every key before the tags run', async ({
  site,
  page,
}) => {
  await site.open({
    head: `<script type="text/plain" data-category="statistics">dataLayer.push('tag ran')</script>`,
  });
  const start = [
    ['consent', 'default', { ...denied, wait_for_update: 500 }],
    ['set', 'ads_data_redaction', true],
    ['set', 'url_passthrough', false],
  ];
  expect(await page.evaluate(layer)).toEqual(start);
  await site.save({ statistics: true });
  const categories = { preferences: false, statistics: true, marketing: false };
  const update = [
    ['consent', 'update', { ...denied, analytics_storage: 'granted' }],
    { event: 'samtycke_choice', samtycke: categories },
    'tag ran',
  ];
  expect(await page.evaluate(layer)).toEqual([...start, ...update]);
  await page.reload();
  await expect.poll(() => page.evaluate(layer)).toEqual([...start, ...update]);
  await site.withdraw();
  expect((await page.evaluate(layer)).slice(6)).toEqual([
    ['consent', 'update', denied],
    {
      event: 'samtycke_choice',
      samtycke: { preferences: false, statistics: false, marketing: false },
    },
  ]);
});

test('a wrong configuration still denies', async ({ site, page }) => {
  site.expectProblems(/samtycke/);
  await site.open({ config: '{}' });
  expect((await page.evaluate(layer))[0]).toEqual([
    'consent',
    'default',
    { ...denied, wait_for_update: 500 },
  ]);
});

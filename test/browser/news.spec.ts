/** What a returning visitor is told when they are asked again, and when they are not: LAW 51 to 53. */
import { expect, test } from './fixtures.ts';
import { expectDelivery } from './outbox.ts';

const tagged = `<script type="text/plain" data-category="statistics" data-src="/statistics.js"></script>`;
const changes = {
  '2026-10-01': 'Vi använder Matomo i stället för Google Analytics.',
  '2026-11-25': { sv: 'Filmerna kommer från Vimeo.', en: 'The films come from Vimeo.' },
};

test.describe('asking again', { tag: '@once' }, () => {
  test('LAW 52, 53: only for a new policy version, with what is new since, and denied before', async ({
    site,
    page,
    context,
  }) => {
    const first = { policyVersion: '2026-01-01', services: ['posthog'] };
    await site.open({ config: { ...first, ui: { changes } }, body: tagged });
    await expect(site.banner).toBeVisible();
    await expect(site.banner).not.toContainText('nytt sedan'); // nothing was chosen yet
    await site.accept();
    await site.expectArrived('/statistics.js', 1);
    await expectDelivery(site, { rows: 1, left: 0 });

    // LAW 51: another configuration under the same version asks nobody.
    const now = ['posthog', 'vimeo', 'google-maps'];
    site.serve('/', { config: { ...first, services: now, ui: { changes } }, body: tagged });
    await page.reload();
    await site.expectArrived('/statistics.js', 2);
    await expect(site.banner).toHaveCount(0);

    const config = { policyVersion: '2026-11-25', services: now, ui: { changes } };
    site.serve('/', { config, body: tagged });
    await page.reload();
    await expect(site.banner).toContainText('Det här är nytt sedan du valde sist:');
    await expect(site.banner.getByRole('list').first().getByRole('listitem')).toHaveText([
      'Vi använder Matomo i stället för Google Analytics.',
      'Filmerna kommer från Vimeo.',
      'Vi frågar också om inställningar.',
      'Vi frågar också om marknadsföring.',
    ]);
    await site.settled();
    expect(site.arrived('/statistics.js')).toHaveLength(2);
    await site.reject();
    const [, second] = await site.expectReceipts(2);
    expect(second).toMatchObject({ event: 'reconfirm', notice: { layer: 1 } });
    await page.reload();
    await expect(page.getByRole('button', { name: 'Kakinställningar' })).toBeVisible();
    await expect(site.banner).toHaveCount(0);

    // Under one in between: only what came after it. In English, as a whole.
    const [cookie] = await context.cookies();
    const value = decodeURIComponent(cookie?.value ?? '').replace('p=2026-11-25', 'p=2026-10-01');
    await context.addCookies([{ name: 'samtycke', value, url: site.origin }]);
    site.serve('/', { config, body: tagged, lang: 'en' });
    await page.reload();
    await expect(site.banner).toContainText('This is new since you last chose:');
    await expect(site.banner.getByRole('list').first().getByRole('listitem')).toHaveText([
      'The films come from Vimeo.',
    ]);
  });
});

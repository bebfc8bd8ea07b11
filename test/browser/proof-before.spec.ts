/** `proof: "before"`: what is accepted starts when the receiver holds the receipt, and not before. */
import { expect, type OpenOptions, type Site, test } from './fixtures.ts';
import { breakEndpoint, passTimeUntilSent } from './outbox.ts';

/** A page with a tracker of each of two categories. */
function pageOf(site: Site): OpenOptions {
  const tag = (category: string) =>
    `<script type="text/plain" data-category="${category}" src="${site.tracker}/${category}.js"></script>`;
  return {
    config: { proof: 'before', categories: ['statistics', 'marketing'] },
    body: `<h1>Solceller</h1>${tag('statistics')}${tag('marketing')}`,
  };
}
const statistics = 'tracker.localhost/statistics.js';
const marketing = 'tracker.localhost/marketing.js';

/** The waiting state, by what a visitor reads. */
const waitingIn = (site: Site) => site.page.getByRole('region', { name: 'Ditt val är på väg' });

test('a tracker is asked for after the receipt is in the database, not before', async ({
  site,
}) => {
  let rowsAtStart: number | undefined;
  let mayAnswer = () => {};
  const held = new Promise<void>((resolve) => {
    mayAnswer = resolve;
  });
  site.respond(site.endpoint, async (request) => {
    await held;
    return request.forward();
  });
  site.respond(statistics, async () => {
    rowsAtStart ??= (await site.rows()).length;
    return undefined;
  });
  await site.open(pageOf(site));
  await site.accept();
  await site.expectArrived(site.endpoint, 1);
  await expect(waitingIn(site)).toContainText('Inget av det du godkände startar');
  await site.settled();
  expect(site.arrived('tracker.localhost')).toHaveLength(0);
  expect(await site.cookies()).toEqual([]);

  mayAnswer();
  await site.expectArrived(statistics, 1);
  await site.expectArrived(marketing, 1);
  expect(rowsAtStart).toBe(1);
  await expect(waitingIn(site)).toBeHidden();
  await expect(site.banner).toBeHidden();
  expect(await site.cookies()).toEqual(['samtycke']);
});

test.describe('with the endpoint down', { tag: '@once' }, () => {
  test('says so, keeps all blocked, lets the visitor go on, and starts when it is up', async ({
    site,
    page,
  }) => {
    await page.clock.install();
    const endpoint = breakEndpoint(site, () => ({ status: 503 }));
    await site.open(pageOf(site));
    await site.accept();
    await expect(waitingIn(site)).toContainText('har inte kommit fram än');
    await waitingIn(site).getByRole('button', { name: 'Dölj' }).click();
    await expect(waitingIn(site)).toBeHidden();

    // The next page says it again, and asks nothing again.
    await page.reload();
    await expect(waitingIn(site)).toContainText('Du kan använda webbplatsen som vanligt.');
    await expect(page.getByRole('button', { name: 'Godkänn alla' })).toHaveCount(0);
    expect(site.arrived('tracker.localhost')).toHaveLength(0);

    endpoint.mend();
    await passTimeUntilSent(site, 60_000); // the yes holds for months, so a minute ages nothing
    await site.expectArrived(statistics, 1);
    await site.expectReceipts(1);
    await expect(waitingIn(site)).toBeHidden();
  });

  test('takes a no at once, which ends the waiting for good', async ({ site, page }) => {
    await page.clock.install();
    const endpoint = breakEndpoint(site, () => ({ status: 503 }));
    await site.open(pageOf(site));
    await site.accept();
    await waitingIn(site).getByRole('button', { name: 'Neka alla' }).click();
    await expect(waitingIn(site)).toBeHidden();
    expect(await site.cookies()).toEqual(['samtycke']);

    endpoint.mend();
    await passTimeUntilSent(site, 60_000);
    // The receipt of the click goes first: the order of arrival is another.
    const [yes, no] = (await site.expectReceipts(2)).sort((a, b) => a.seq - b.seq);
    expect(yes).toMatchObject({ action: 'accept_all', seq: 1 });
    expect(no).toMatchObject({ event: 'withdraw', seq: 2, choices: { statistics: 'withdrawn' } });
    await page.reload();
    await site.settled();
    expect(site.arrived('tracker.localhost')).toHaveLength(0);
  });

  test('withdraws at once what the same answer takes back', async ({ site, page }) => {
    await page.clock.install();
    await site.open(pageOf(site));
    await site.save({ statistics: true, marketing: false });
    await site.expectArrived(statistics, 1);
    const endpoint = breakEndpoint(site, () => ({ status: 503 }));
    await site.save({ statistics: false, marketing: true });
    await expect
      .poll(() => page.evaluate(() => document.cookie))
      .toMatch(/c\.statistics=0&c\.marketing=0/);
    expect(site.arrived(marketing)).toHaveLength(0);

    // The next page says that a yes waits, although a choice is in force.
    await page.reload();
    await expect(waitingIn(site)).toContainText('har inte kommit fram än');
    expect(site.arrived(marketing)).toHaveLength(0);

    endpoint.mend();
    await passTimeUntilSent(site, 60_000);
    await site.expectArrived(marketing, 1);
    await expect(waitingIn(site)).toBeHidden();
    expect(await page.evaluate(() => document.cookie)).toMatch(/c\.statistics=0&c\.marketing=1/);
    expect(site.arrived(statistics)).toHaveLength(1);
  });

  test('starts in another tab of the site when that one has brought the receipt', async ({
    site,
    page,
    context,
  }) => {
    const endpoint = breakEndpoint(site, () => ({ status: 503 }));
    await site.open(pageOf(site));
    await site.accept();
    await expect(waitingIn(site)).toContainText('har inte kommit fram än');
    const other = await context.newPage();
    await other.clock.install({ time: Date.now() + 3_600_000 }); // the next try is due there
    endpoint.mend();
    await other.goto(page.url());
    await site.expectReceipts(1);
    await site.expectArrived(statistics, 2); // one in each tab
    await expect(waitingIn(site)).toBeHidden();
    await other.close();
  });
});

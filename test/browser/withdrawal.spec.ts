/** Withdrawal reaches what the services have stored, and says what it could not reach: LAW 38 to 46. */
import { expect, test } from './fixtures.ts';

const tracker = {
  id: 'spår',
  category: 'statistics',
  name: 'Spårarna',
  provider: 'Spårarna AB',
  purpose: 'Räknar besök.',
  storage: [
    { name: '_sp_*', days: 365 },
    { name: 'sp_local', kind: 'local' },
    { name: 'sp_session', kind: 'session' },
  ],
} as const;
const services = [{ ...tracker, id: 'spararna' }];

/** Cookies on the host, on each parent domain, on an ancestor path and on the page's own, and storage. */
const script = `<script type="text/plain" data-category="statistics" data-service="spararna">
document.cookie = '_sp_host=1; path=/';
document.cookie = '_sp_www=1; path=/; domain=www.solexempel.localhost';
document.cookie = '_sp_parent=1; path=/; domain=solexempel.localhost';
document.cookie = '_sp_path=1; path=/a/b';
document.cookie = '_sp_folder=1; path=/a/';
document.cookie = '_sp_here=1';
document.cookie = 'eget=1; path=/';
localStorage.sp_local = sessionStorage.sp_session = localStorage.eget = '1';
new Image().src = '/stored.gif';
</script>`;

test('LAW 42: deletes cookies on every domain and path, and storage keys, and nothing else', async ({
  site,
}) => {
  await site.open({ path: '/a/b', config: { services }, body: script });
  await site.accept();
  await site.expectArrived('/stored.gif', 1);
  const names = ['_sp_folder', '_sp_here', '_sp_host', '_sp_parent', '_sp_path', '_sp_www'];
  await expect.poll(site.cookies).toEqual([...names, 'eget', 'samtycke']);
  await site.withdraw();
  await site.expectReceipts(2);
  await expect.poll(site.cookies).toEqual(['eget', 'samtycke']);
  const keys = (await site.storage()).filter((key) => !key.startsWith('samtycke.'));
  expect(keys).toEqual(['eget']);
});

test('LAW 42: reports what it could not delete', async ({ site, page, context }) => {
  await site.open({
    config: { services: [{ ...services[0], storage: [{ name: '_sp_*' }] }] as never },
    body: script,
    path: '/a/b',
  });
  await site.accept();
  await site.expectArrived('/stored.gif', 1);
  // On a deeper path than any the page can name; it sees the cookie there all the same.
  await context.addCookies([
    { name: '_sp_deep', value: '1', domain: 'www.solexempel.localhost', path: '/a/b' },
  ]);
  await page.evaluate(() => {
    const { set, get } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as {
      set(value: string): void;
      get(): string;
    };
    Object.defineProperty(document, 'cookie', {
      get() {
        return get.call(this);
      },
      set(value: string) {
        if (!value.startsWith('_sp_deep=;')) set.call(this, value);
      },
    });
  });
  await site.withdraw();
  await expect(site.settings).toContainText('_sp_deep');
  expect(await site.cookies()).toContain('_sp_deep');
});

test('LAW 43: offers to reload where a running script has no stop call, and sweeps again then', async ({
  site,
  page,
}) => {
  await site.open({ path: '/a/b', config: { services }, body: script });
  await site.accept();
  await site.expectArrived('/stored.gif', 1);
  await site.withdraw();
  const reload = site.settings.getByRole('button', { name: /Ladda om/ });
  await expect(reload).toBeVisible();
  // What the script writes after the sweep is gone with the next page.
  await page.evaluate(() => {
    document.cookie = '_sp_again=1; path=/';
  });
  await reload.click();
  await expect.poll(() => site.cookies()).toEqual(['eget', 'samtycke']);
  expect(site.arrived('/stored.gif')).toHaveLength(1);
});

test('LAW 43: calls the vendor’s stop call, and offers no reload then', async ({ site }) => {
  const stoppable = [{ ...services[0], stop: ['spar.stop', 'now'] }] as never;
  await site.open({
    config: { services: stoppable },
    body: `<script type="text/plain" data-category="statistics" data-service="spararna">
      window.spar = { stop(how) { new Image().src = '/stopped.gif?' + how } };
      new Image().src = '/stored.gif'</script>`,
  });
  await site.accept();
  await site.expectArrived('/stored.gif', 1);
  await site.withdraw();
  await site.expectArrived('/stopped.gif?now', 1);
  await expect(site.page.getByRole('button', { name: /Ladda om/ })).toHaveCount(0);
});

test('LAW 40, 44: takes two activations, and adds a receipt to the old one', async ({ site }) => {
  await site.open({ config: { services } });
  await site.accept();
  const [first] = await site.expectReceipts(1);
  await site.withdraw();
  const [kept, second] = await site.expectReceipts(2);
  expect(kept).toEqual(first);
  const hash = (await site.rows())[0]?.hash;
  expect(second).toMatchObject({
    event: 'withdraw',
    seq: 2,
    prev: hash,
    consent_id: first?.consent_id,
    choices: { necessary: 'required', statistics: 'withdrawn' },
  });
});

test('a no by the site’s own control does not wait for a file that never comes', async ({
  site,
  page,
  context,
}) => {
  const body = `<iframe data-category="marketing" data-src="/film.html" title="Film"></iframe>
    <button data-samtycke="withdraw">Återkalla samtycke</button>`;
  await site.open({ body });
  await site.accept();
  await site.expectArrived('/film.html', 1);
  await page.reload();
  await site.expectArrived('/film.html', 2);
  await context.route(/samtycke\.client\./, (route) => route.abort());
  site.expectProblems(/./);
  await page.getByRole('button', { name: 'Återkalla samtycke' }).click();
  await expect(page.locator('iframe[src]')).toHaveCount(0);
  await page.reload();
  await site.settled();
  expect(site.arrived('/film.html')).toHaveLength(2);
});

test('what was shown once is put away by a no', async ({ site, page }) => {
  await site.open({
    body: '<iframe data-category="marketing" data-src="/film.html" title="Film" width="640" height="360"></iframe>',
  });
  await page.getByRole('button', { name: 'Visa den här gången' }).click();
  await site.expectArrived('/film.html', 1);
  await site.reject();
  await expect(page.locator('iframe[src]')).toHaveCount(0);
  const [once, no] = await site.expectReceipts(2);
  expect(once).toMatchObject({ choices: { marketing: 'denied' }, services: { embed: 'granted' } });
  expect(no).toMatchObject({ action: 'reject_all' });
});

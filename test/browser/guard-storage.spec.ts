import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { openGuarded } from './guard-page.ts';
import { clearStorage, storageCases, storageCode } from './guard-storage-cases.ts';
import { noteOutcomes } from './outcomes.ts';

/** Writes in every way, and what is there then; a second write of each after a failed first. */
const write = () => {
  document.cookie = '_spy=1; path=/';
  document.cookie = ' _spy = 2';
  document.cookie = '_spyware=own';
  localStorage.setItem('_spy_a', '1');
  localStorage.setItem('_spys', 'own here');
  sessionStorage.setItem('_spys', '1');
  sessionStorage.setItem('_spy_a', 'own here');
  const frame = document.createElement('iframe');
  document.body.append(frame);
  (frame.contentDocument as Document).cookie = '_spy=3; path=/';
  frame.contentWindow?.localStorage.setItem('_spy_b', '1');
};
const stored = async (page: Page) =>
  page.evaluate(() => ({
    cookies: document.cookie
      .split('; ')
      .map((pair) => pair.split('=')[0])
      .filter((name) => name !== 'samtycke')
      .sort(),
    local: Object.keys(localStorage)
      .filter((key) => !key.startsWith('samtycke'))
      .sort(),
    session: Object.keys(sessionStorage).sort(),
  }));
const all = {
  cookies: ['_spy', '_spyware'],
  local: ['_spy_a', '_spy_b', '_spys'],
  session: ['_spy_a', '_spys'],
};
const own = { cookies: ['_spyware'], local: ['_spys'], session: ['_spy_a'] };

test('cookies and keys of a declared name are not written before a yes', { tag: '@once' }, async ({
  site,
  page,
}) => {
  await site.open({ script: 'none', path: '/control' });
  await page.evaluate(write);
  const control = await stored(page);
  expect({ ...control, cookies: [...new Set(control.cookies)] }).toEqual(all);
  await page.evaluate(() => {
    for (const name of ['_spy', '_spyware']) document.cookie = `${name}=; path=/; max-age=0`;
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.context().clearCookies();

  await openGuarded(site);
  await page.evaluate(write);
  expect(await stored(page)).toEqual(own);
  await site.accept();
  await page.evaluate(write);
  const after = await stored(page);
  expect({ ...after, cookies: [...new Set(after.cookies)] }).toEqual(all);
});

test('what is there can be read and deleted before a yes', { tag: '@once' }, async ({
  site,
  page,
}) => {
  await site.open({ script: 'none', path: '/before' });
  await page.evaluate(() => {
    document.cookie = '_spy=old; path=/';
    localStorage.setItem('_spy_a', 'old');
  });
  await openGuarded(site);
  expect(await page.evaluate(() => [document.cookie, localStorage.getItem('_spy_a')])).toEqual([
    '_spy=old',
    'old',
  ]);
  await page.evaluate(() => {
    document.cookie = '_spy=new; max-age=100; path=/';
    document.cookie = '_spy=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/';
    localStorage.removeItem('_spy_a');
  });
  expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0]);
});

test('every way to store something stores nothing of a declared name before a yes', {
  tag: '@once',
}, async ({ site, page }) => {
  const names = storageCases.map(({ name }) => name);
  const open = storageCases.filter((one) => one.open).map(({ name }) => name);
  await site.open({ script: 'none', path: '/control' });
  expect(await page.evaluate(storageCode())).toEqual(names);
  await page.evaluate(clearStorage);

  await openGuarded(site);
  const kept = await page.evaluate(storageCode());
  expect(kept).toEqual(open); // when one is no longer kept, docs/guard.md has to change
  noteOutcomes('guard', { names, before: kept as string[], else: 'not stored' });
  await site.accept();
  expect(await page.evaluate(storageCode())).toEqual(names);
});

test('no database of a declared name is made before a yes, and withdrawal deletes it', {
  tag: '@once',
}, async ({ site, page }) => {
  /** Opens as pages do, and says how it ended. */
  const open = (name: string) =>
    page.evaluate(
      (database) =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open(database, 2);
          request.onupgradeneeded = () => request.result.createObjectStore('seen');
          request.onsuccess = () => {
            request.result.close();
            resolve('open');
          };
          request.addEventListener('error', () => resolve(request.error?.name ?? ''));
        }),
      name,
    );
  const databases = () =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
  await site.open({ script: 'none', path: '/control' });
  expect(await open('_spyControl')).toBe('open');
  expect(await databases()).toEqual(['_spyControl']);
  await page.evaluate(() => indexedDB.deleteDatabase('_spyControl'));

  await openGuarded(site);
  expect(await open('_spyMine')).toBe('AbortError');
  expect(await open('own')).toBe('open');
  expect(await databases()).toEqual(['own']);
  await site.accept();
  expect(await open('_spyMine')).toBe('open');
  expect(await databases()).toEqual(['_spyMine', 'own']);
  await site.withdraw();
  await expect.poll(databases).toEqual(['own']);
  await expect(page.locator('#samtycke-settings code')).toHaveText('_spyMine');
});

/** The owner's page in a real browser: the receiver serves it, so builds and policies of a site change nothing. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'playwright/test';
import { openSqliteStore, startReceiver } from '../../src/receiver/index.ts';
import { aReceipt, site } from '../receiver/a-receipt.ts';
import { faultsByAxe } from './faults-by-axe.ts';

test('@once shows the owner the figures, asks nobody else, and keeps nothing', async ({ page }) => {
  const adminToken = randomBytes(32).toString('hex');
  const store = openSqliteStore(':memory:');
  const receiver = await startReceiver({ store, origins: [site], adminToken, port: 0 });
  try {
    for (const action of ['accept_all', 'reject_all', 'reject_all'] as const) {
      await store.add(aReceipt({ action }));
    }
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${receiver.url}/owner`);
    const [token, status] = [page.getByLabel('Ägarens nyckel'), page.getByRole('status')];
    await token.fill('fel');
    await page.getByRole('button', { name: 'Visa' }).click();
    await expect(status).toHaveText('Nyckeln är fel.');
    // The browser itself writes of the 401; nothing else may.
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);

    await token.fill(adminToken);
    await token.press('Enter');
    await expect(status).toHaveText(/^Hämtat /);
    await expect(page.locator('.sum')).toContainText('3 beslut från');
    await expect(page.getByRole('img')).toHaveAccessibleName(/^Beslut per dag\. Flest, 3, den /);
    await expect(page.getByRole('row', { name: 'Neka alla 2' })).toContainText('67 %');

    expect(await faultsByAxe(page)).toEqual([]);

    expect(asked.filter((url) => !url.startsWith(`${receiver.url}/`))).toEqual([]);
    expect(asked.filter((url) => url.includes(adminToken))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
    await page.reload();
    await expect(token).toHaveValue('');
  } finally {
    await receiver.stop();
  }
});

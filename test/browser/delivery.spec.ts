/** From the visitor's click to the row at the receiver, and what is left in the browser. */
import { canonical } from '../../src/model/canonical.ts';
import { consentIdOf } from '../../src/model/consent-id.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { expect, test } from './fixtures.ts';
import { passTimeUntilSent } from './outbox.ts';
import type { ArrivedRequest } from './servers.ts';

test('sends and stores nothing before a decision', async ({ site }) => {
  await site.open();
  await expect(site.banner).toBeVisible();
  await site.settled();
  expect(await site.rows()).toEqual([]);
  expect(site.arrived(site.endpoint)).toEqual([]);
  expect(await site.storage()).toEqual([]);
  expect(await site.cookies()).toEqual([]);
});

test('LAW 55: makes one row of one click, and its hash is that of the canonical receipt', async ({
  site,
}) => {
  await site.open();
  await site.accept();
  const [receipt] = await site.expectReceipts(1);
  const [row] = await site.rows();
  expect(row?.hash).toBe(hashOf(canonical(receipt)));
  expect(row?.flags).toEqual([]);
  expect(receipt).toMatchObject({
    event: 'first',
    action: 'accept_all',
    seq: 1,
    prev: null,
    site: site.origin,
    notice: { layer: 1, path: ['banner'] },
    choices: { necessary: 'required', statistics: 'granted', marketing: 'granted' },
  });
});

test('LAW 58, 59: sends one request, without preflight, cookies, path or anything of the browser', async ({
  site,
  page,
}) => {
  site.serve('/halsa/provsvar', {});
  await page.goto(site.url('/halsa/provsvar?person=1'));
  await site.accept();
  await site.expectReceipts(1);
  const requests = site.arrived(site.endpoint);
  expect(requests.map(({ method }) => method)).toEqual(['POST']);
  const [{ headers, body }] = requests as [ArrivedRequest];
  expect(headers).toMatchObject({ 'content-type': 'text/plain;charset=UTF-8' });
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).toHaveProperty('referer', `${site.origin}/`);
  expect(body).not.toContain('halsa');
  expect(body).not.toContain('person');
  expect(body).not.toContain('Mozilla');
});

test('chains the receipts of one browser: a yes, a change, a withdrawal', async ({
  site,
  page,
}) => {
  await site.open();
  await site.accept();
  await site.expectReceipts(1);
  await site.save({ marketing: false });
  await site.expectReceipts(2);
  await page.keyboard.press('Escape'); // the settings stay and say what was deleted
  await expect(site.settings).toBeHidden();
  await site.withdraw();
  const receipts = await site.expectReceipts(3);
  expect(receipts.map(({ seq, event, action }) => [seq, event, action])).toEqual([
    [1, 'first', 'accept_all'],
    [2, 'change', 'save'],
    [3, 'withdraw', 'reject_all'],
  ]);
  expect(receipts.map(({ prev }) => prev)).toEqual([
    null,
    ...receipts.slice(0, 2).map((receipt) => hashOf(canonical(receipt))),
  ]);
  expect(new Set(receipts.map(({ consent_id }) => consent_id)).size).toBe(1);
});

/** What a delivered receipt leaves with its visitor. */
const kept = (id = '') => [`samtycke.proof.${id}`, 'samtycke.receipts', 'samtycke.secret'];

test('leaves only the secret, the copies and their proofs behind', async ({ site, page }) => {
  await site.open();
  await site.accept();
  const [receipt] = await site.expectReceipts(1);
  await expect.poll(() => site.storage()).toEqual(kept(receipt?.id));
  const secret = await page.evaluate(() => localStorage.getItem('samtycke.secret'));
  expect(consentIdOf(secret ?? '')).toBe(receipt?.consent_id);
});

test('leaves no identifier and no copy with somebody who says no', async ({ site, page }) => {
  await site.open();
  await site.reject();
  const [first] = await site.expectReceipts(1);
  await expect.poll(() => site.storage()).toEqual([]);
  await expect.poll(site.cookies).toEqual(['samtycke']);
  expect(await page.evaluate(() => document.cookie)).not.toContain(first?.consent_id);

  await page.context().clearCookies();
  await page.reload();
  await site.reject();
  const [, second] = await site.expectReceipts(2);
  expect(second?.consent_id).not.toBe(first?.consent_id);
});

test('delivers a receipt of the last page although this page shows no banner', async ({
  site,
  page,
}) => {
  await page.clock.install();
  let isDown = true;
  site.respond(site.endpoint, () => (isDown ? { status: 503 } : undefined));
  await site.open();
  await site.accept();
  await site.expectArrived(site.endpoint, 1);
  isDown = false;
  await page.reload();
  await passTimeUntilSent(site);
  const [receipt] = await site.expectReceipts(1);
  expect(receipt?.action).toBe('accept_all');
  await expect(site.banner).toBeHidden();
  await expect.poll(() => site.storage()).toEqual(kept(receipt?.id));
});

test('has sent the request when the visitor leaves in the same moment', async ({ site, page }) => {
  await site.open({ body: '<p><a id="next" href="/next">Vidare</a></p>' });
  site.serve('/next', { script: 'none' });
  await page.evaluate(() => {
    document.addEventListener('samtycke:choice', () => document.getElementById('next')?.click());
  });
  await Promise.all([page.waitForURL('**/next'), site.accept()]);
  await site.expectReceipts(1);
});

/** How the choice is kept: LAW 47 to 54. */
import { expect, test } from './fixtures.ts';

const dayMs = 86_400_000;
const tagged = `<script type="text/plain" data-category="statistics" data-src="/statistics.js"></script>`;

test('LAW 3, 61: stores and sends nothing before a choice', async ({ site }) => {
  await site.open({ body: tagged });
  await expect(site.banner).toBeVisible();
  await site.settled();
  expect(await site.cookies()).toEqual([]);
  expect(await site.storage()).toEqual([]);
  expect(await site.receipts()).toEqual([]);
  expect(site.arrived('/statistics.js')).toEqual([]);
});

test('LAW 47, 48, 50: is one first-party cookie of six months, readable as documented', async ({
  site,
  context,
}) => {
  await site.open();
  await site.save({ statistics: true });
  await site.expectReceipts(1);
  const jar = await context.cookies();
  expect(jar).toHaveLength(1);
  const [cookie] = jar as [(typeof jar)[0]];
  expect(cookie).toMatchObject({
    name: 'samtycke',
    domain: 'www.solexempel.localhost',
    path: '/',
    secure: true,
    sameSite: 'Lax',
  });
  expect(cookie.value.length).toBeLessThan(1024);
  const fields = new URLSearchParams(decodeURIComponent(cookie.value));
  expect([...fields.keys()].sort()).toEqual(
    ['v', 'p', 't', 'u', 'id', 'c.preferences', 'c.statistics', 'c.marketing'].sort(),
  );
  expect(fields.get('c.statistics')).toBe('1');
  expect(fields.get('c.marketing')).toBe('0');
  const lifetime = Date.parse(fields.get('u') ?? '') - Date.parse(fields.get('t') ?? '');
  expect(lifetime).toBe(182 * dayMs);
  expect(Math.abs(cookie.expires * 1000 - Date.parse(fields.get('u') ?? ''))).toBeLessThan(2000);
});

test('LAW 49: keeps a refusal exactly as long as an acceptance, and under no id', async ({
  site,
  context,
}) => {
  await site.open();
  await site.reject();
  await site.expectReceipts(1);
  const [cookie] = await context.cookies();
  const fields = new URLSearchParams(decodeURIComponent(cookie?.value ?? ''));
  const lifetime = Date.parse(fields.get('u') ?? '') - Date.parse(fields.get('t') ?? '');
  expect(lifetime).toBe(182 * dayMs);
  expect(fields.has('id')).toBe(false);
  // The receipt is in the database before the page has heard of it and lets go of its own.
  await expect.poll(site.storage).toEqual([]);
});

test('LAW 51: asks once; no visit prolongs the choice', async ({ site, page, context }) => {
  await site.open({ body: tagged });
  await site.accept();
  await site.expectArrived('/statistics.js', 1);
  const [before] = await context.cookies();
  await page.reload();
  await site.expectArrived('/statistics.js', 2);
  await expect(site.banner).toHaveCount(0);
  expect(await context.cookies()).toEqual([before]);
  await site.expectReceipts(1);
});

test('LAW 52, 53: a new policy version denies first and asks again', async ({ site, page }) => {
  await site.open({ body: tagged });
  await site.accept();
  await site.expectArrived('/statistics.js', 1);
  site.serve('/', { body: tagged, config: { policyVersion: '2' } });
  await page.reload();
  await expect(site.banner).toBeVisible();
  await site.settled();
  expect(site.arrived('/statistics.js')).toHaveLength(1);
  await site.reject();
  const [, second] = await site.expectReceipts(2);
  expect(second).toMatchObject({
    event: 'reconfirm',
    choices: { necessary: 'required', statistics: 'withdrawn' },
  });
});

const valid = (change: (fields: URLSearchParams) => void = () => {}) => {
  const at = new Date();
  const fields = new URLSearchParams({
    v: '1',
    p: '1',
    t: at.toISOString(),
    u: new Date(at.getTime() + 182 * dayMs).toISOString(),
    'c.preferences': '1',
    'c.statistics': '1',
    'c.marketing': '1',
  });
  change(fields);
  return decodeURIComponent(fields.toString());
};
const broken: Readonly<Record<string, string>> = {
  'cut off': valid().slice(0, 40),
  'cut inside an escape': '%7Bgarbage%E0%A',
  'of a later format': valid((fields) => fields.set('v', '2')),
  'from the future': valid((fields) => {
    const future = Date.now() + 400 * dayMs;
    fields.set('t', new Date(future).toISOString());
    fields.set('u', new Date(future + 182 * dayMs).toISOString());
  }),
  expired: valid((fields) => {
    fields.set('t', new Date(Date.now() - 200 * dayMs).toISOString());
    fields.set('u', new Date(Date.now() - 18 * dayMs).toISOString());
  }),
  'valid for longer than allowed': valid((fields) => {
    fields.set('t', new Date(Date.now() - 200 * dayMs).toISOString());
    fields.set('u', new Date(Date.now() + 5000 * dayMs).toISOString());
  }),
  'hostile markup': '<script>window.ran=["evil"]</script>',
  'with a prototype key': valid((fields) => fields.set('c.__proto__', '1')).replace('v=1', 'v=9'),
};

for (const [name, value] of Object.entries(broken)) {
  test(`LAW 9: a cookie ${name} accepts nothing; the banner shows`, async ({ site, context }) => {
    await context.addCookies([{ name: 'samtycke', value, url: site.origin }]);
    await site.open({ body: tagged });
    await expect(site.banner).toBeVisible();
    await site.settled();
    expect(site.arrived('/statistics.js')).toEqual([]);
  });
}

test('a whole cookie that a server has written is taken', async ({ site, context }) => {
  await context.addCookies([{ name: 'samtycke', value: valid(), url: site.origin }]);
  await site.open({ body: tagged });
  await site.expectArrived('/statistics.js', 1);
  await expect(site.banner).toHaveCount(0);
});

test('LAW 54: a cookie that a server has percent-encoded is taken too', async ({
  site,
  context,
}) => {
  const value = encodeURIComponent(valid());
  await context.addCookies([{ name: 'samtycke', value, url: site.origin }]);
  await site.open({ body: tagged });
  await site.expectArrived('/statistics.js', 1);
  await expect(site.banner).toHaveCount(0);
});

test('LAW 53: a choice that runs out in an open page permits nothing more', async ({
  site,
  page,
  context,
}) => {
  await context.addCookies([{ name: 'samtycke', value: valid(), url: site.origin }]);
  await site.open({ body: tagged });
  await site.expectArrived('/statistics.js', 1);
  await page.evaluate((days) => {
    const later = Date.now() + days * 86_400_000;
    Date.now = () => later;
  }, 183);
  await page.evaluate(() => {
    const late = document.createElement('iframe');
    Object.assign(late.dataset, { category: 'marketing', src: '/late.html' });
    document.body.append(late);
  });
  await site.settled();
  expect(site.arrived('/late.html')).toEqual([]);
  expect(await page.evaluate(() => window.samtycke.allows('marketing'))).toBe(false);
});

test('of two cookies on host and parent domain the newer one counts, and a decision leaves one', async ({
  site,
  context,
}) => {
  const older = valid((fields) => fields.set('t', new Date(Date.now() - dayMs).toISOString()));
  const newer = valid((fields) => fields.set('c.statistics', '0'));
  await context.addCookies([
    { name: 'samtycke', value: older, domain: 'www.solexempel.localhost', path: '/' },
    { name: 'samtycke', value: newer, domain: '.solexempel.localhost', path: '/' },
  ]);
  await site.open({ body: tagged });
  await site.settled();
  expect(site.arrived('/statistics.js')).toEqual([]);
  await site.save({ statistics: true });
  await site.expectArrived('/statistics.js', 1);
  expect(await context.cookies()).toHaveLength(1);
});

test('cookie.domain shares the choice with a subdomain', async ({ site, page, context }) => {
  const config = { cookie: { domain: 'solexempel.localhost' } };
  await site.open({ config, body: tagged });
  await site.accept();
  await site.expectArrived('/statistics.js', 1);
  site.serve('/butik', { config, body: tagged });
  await page.goto(site.url('/butik', 'butik.solexempel.localhost'));
  await site.expectArrived('/statistics.js', 2);
  await expect(site.banner).toHaveCount(0);
  expect((await context.cookies()).map(({ domain }) => domain)).toEqual(['.solexempel.localhost']);
});

test('LAW 9: with cookies that throw, the banner shows and a yes holds for this page', async ({
  site,
}) => {
  await site.open({
    beforeScript: `<script>Object.defineProperty(Document.prototype, 'cookie', {
      get() { throw new DOMException('no', 'SecurityError'); },
      set() { throw new DOMException('no', 'SecurityError'); } })</script>`,
    body: tagged,
  });
  await expect(site.banner).toBeVisible();
  await site.settled();
  expect(site.arrived('/statistics.js')).toEqual([]);
  await site.accept();
  await site.expectArrived('/statistics.js', 1);
  await site.expectReceipts(1);
});

test('LAW 9: in a sandboxed frame without an origin nothing runs and nothing throws', async ({
  site,
  page,
}) => {
  site.serve('/inner', { body: tagged });
  await site.open({
    config: null,
    script: 'none',
    body: `<iframe sandbox="allow-scripts" src="/inner" title="inre" width="900" height="700"></iframe>`,
  });
  // The endpoint refuses an opaque origin, and the frame may say so in the console.
  site.expectProblems(/CORS|Cross-Origin|Failed to load/i);
  const frame = page.frameLocator('iframe');
  const banner = frame.getByRole('region', { name: /kakor/ });
  if (site.build === 'all-in-one') await expect(banner).toBeVisible();
  await site.settled();
  expect(site.arrived('/statistics.js')).toEqual([]);
});

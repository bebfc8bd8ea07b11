/** The three forms of the configuration, and what a wrong one does. */
import { expect, test } from './fixtures.ts';

const tagged = `<script type="text/plain" data-category="statistics" data-src="/statistics.js"></script>`;

test('the one-line form works', async ({ site }) => {
  await site.open({
    config: null,
    scriptAttributes:
      'data-controller="Solexempel AB" data-policy-url="/integritet" data-endpoint="/v1/receipts" data-services="posthog youtube"',
    body: tagged,
  });
  await expect(site.banner).toContainText('Solexempel AB');
  await expect(site.banner).not.toContainText('Inställningar');
  await site.accept();
  await site.expectArrived('/statistics.js', 1);
  const [receipt] = await site.expectReceipts(1);
  expect(receipt?.choices).toEqual({
    necessary: 'required',
    statistics: 'granted',
    marketing: 'granted',
  });
});

const wrong: Readonly<Record<string, readonly [string, RegExp]>> = {
  'no JSON': ['{ "controller": ', /is not JSON/],
  'an empty object': [
    '{}',
    /controller is missing[\s\S]*policyUrl is missing[\s\S]*endpoint is missing/,
  ],
  'a mistyped key': [
    '{"controller":{"name":"A"},"policyUrl":"/p","endpoint":"/e","polcyVersion":"2"}',
    /polcyVersion is not known here\. Known: .*policyVersion/,
  ],
  'an unknown service': [
    '{"controller":{"name":"A"},"policyUrl":"/p","endpoint":"/e","services":["googl-analytics"]}',
    /services\[0\] is "googl-analytics".*google-analytics/,
  ],
  'a list': ['[]', /Write an object/],
};

for (const [name, [config, message]] of Object.entries(wrong)) {
  test(`${name}: everything stays blocked, the console says why, the page works`, async ({
    site,
    page,
  }) => {
    site.expectProblems(/samtycke/);
    await site.open({ config, body: `<p>Sidan lever.</p>${tagged}` });
    await expect.poll(() => site.problems.join('\n')).toMatch(message);
    await expect(page.getByText('Sidan lever.')).toBeVisible();
    await expect(site.banner).toHaveCount(0);
    expect(await page.evaluate(() => window.samtycke.allows('statistics'))).toBe(false);
    expect(await page.evaluate(() => window.samtycke.allows('necessary'))).toBe(true);
    await site.settled();
    expect(site.arrived('/statistics.js')).toEqual([]);
  });
}

test('the console says when the block stands behind the script', { tag: '@once' }, async ({
  site,
}) => {
  site.expectProblems(/samtycke/);
  await site.open({
    config: null,
    head: `<script type="application/json" id="samtycke-config">{"controller":{"name":"A"}}</script>`,
  });
  await expect.poll(() => site.problems.join('\n')).toMatch(/samtycke-config stands behind/);
});

test('on localhost the console names tags that nothing releases', async ({ site, page }) => {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await site.open({
    host: 'localhost',
    config: { services: ['posthog'] },
    body: `${tagged}
      <script type="text/plain" data-category="statistik">1</script>
      <script type="text/plain" data-service="posthogg">1</script>
      <iframe data-category="marketing" data-src="/film.html" title="Film"></iframe>
      <script type="text/plain" data-service="posthog">1</script>
      <video data-category="solceller"></video>`,
  });
  const said = () =>
    warnings.map((text) => /"(.*)" is no category or service.*so this (\w+)/.exec(text)?.slice(1));
  await expect.poll(said).toEqual([
    ['statistik', 'script'],
    ['posthogg', 'script'],
    ['marketing', 'iframe'],
  ]);
  expect(warnings[0]).toContain('Write one of necessary, statistics, posthog.');
});

test('a stored yes does not open a page whose configuration has become wrong', async ({
  site,
  page,
}) => {
  await site.open({ body: tagged });
  await site.accept();
  await site.expectArrived('/statistics.js', 1);
  site.serve('/', { body: tagged, config: '{"controller":{}}' });
  site.expectProblems(/samtycke/);
  await page.reload();
  await expect.poll(() => site.problems.join()).toContain('controller.name is missing');
  await site.settled();
  expect(site.arrived('/statistics.js')).toHaveLength(1);
});

test('LAW 64: English where the page or the configuration says so, and wholly', async ({
  site,
}) => {
  await site.open({ lang: 'en' });
  await expect(site.banner).toHaveAttribute('lang', 'en');
  await expect(site.banner.getByRole('button', { name: 'Accept all' })).toBeVisible();
  await expect(site.banner).not.toContainText(/kakor|samtycke/i);
});

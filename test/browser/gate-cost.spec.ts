import { expect, test } from './fixtures.ts';
import { expectDelivery } from './outbox.ts';
import { countOwnCalls } from './own-calls.ts';

test('costs at most one call of ours for a node that the page inserts', {
  tag: ['@once', '@chromium'],
}, async ({ site, page, context }) => {
  await site.open({ body: '<main></main>' });
  await site.reject();
  await site.settled();
  const calls = await countOwnCalls(context, page);
  const nodes = 1_000; // enough that what happens once for all of them does not show
  await page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) {
      document.querySelector('main')?.append(document.createElement('p'));
      if (i % 10 === 0) await Promise.resolve(); // a batch of its own for the observer
    }
  }, nodes);
  await site.settled();
  expect(await calls()).toBeLessThanOrEqual(nodes);
});

test('a tag costs the same however many there are', { tag: ['@once', '@chromium'] }, async ({
  site,
  page,
  context,
}) => {
  await site.open({ body: '<h1>Hem</h1>' });
  await site.accept();
  await expectDelivery(site, { rows: 1, left: 0 });
  const calls = await countOwnCalls(context, page);
  const callsWith = async (tags: number) => {
    const tag =
      '<script type="text/plain" data-category="statistics">window.ran = (window.ran ?? 0) + 1</script>';
    site.serve('/', { body: tag.repeat(tags) });
    await page.reload();
    await page.waitForFunction(
      (count) => (window as unknown as { ran: number }).ran === count,
      tags,
    );
    return calls();
  };
  const none = await callsWith(1);
  const few = (await callsWith(51)) - none;
  const many = (await callsWith(201)) - none;
  expect(few / 50).toBeLessThan(8);
  // Four times as many: the parser stops after each, and all of them looked at each time would be sixteen times as dear.
  expect(many / few).toBeLessThan(4.5);
});

import { expect, test } from './fixtures.ts';
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

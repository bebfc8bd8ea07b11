import { expect, type Site, test } from './fixtures.ts';
import { openGuarded, spy } from './guard-page.ts';
import { countOwnCalls } from './own-calls.ts';

const nodes = 1_000; // enough that what happens once for all of them does not show

/** Inserts that many nodes in one way; each with text, as pages do. */
const insert: Readonly<Record<string, (count: number) => void>> = {
  append(count) {
    for (let i = 0; i < count; i++) {
      const node = document.createElement('p');
      node.textContent = 'text';
      document.body.append(node);
    }
  },
  insertBefore(count) {
    for (let i = 0; i < count; i++) {
      document.body.insertBefore(document.createElement('p'), document.querySelector('main'));
    }
  },
  fragment(count) {
    const part = document.createDocumentFragment();
    for (let i = 0; i < count; i++) part.appendChild(document.createElement('p'));
    document.body.append(part);
  },
  innerHTML(count) {
    document.body.insertAdjacentHTML('beforeend', '<p>text <b>more</b></p>'.repeat(count));
  },
};

/** Own calls for each way, once the page is at rest. */
async function costs(site: Site, calls: () => Promise<number>): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, work] of Object.entries(insert)) {
    await site.settled();
    await calls();
    await site.page.evaluate(work, nodes);
    await site.settled();
    found[name] = await calls();
  }
  return found;
}

test('costs at most one own call for each inserted node, and none once all is accepted', {
  tag: ['@once', '@chromium'],
}, async ({ site, page, context }) => {
  await openGuarded(site, { body: '<main></main>' });
  await site.reject();
  const calls = await countOwnCalls(context, page);
  const perTask = 20; // observers and listeners: once for everything, whatever the number of nodes
  const armed = await costs(site, calls);
  for (const [name, count] of Object.entries(armed)) {
    expect(count, name).toBeLessThanOrEqual((name === 'innerHTML' ? 0 : nodes) + perTask);
  }
  await site.save({ statistics: true });
  const accepted = await costs(site, calls);
  for (const [name, count] of Object.entries(accepted)) {
    expect(count, name).toBeLessThanOrEqual(perTask);
  }
});

test('starts and judges as cheaply with 500 services as with 5', {
  tag: ['@once', '@chromium'],
}, async ({ site, page, context }) => {
  const declared = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...spy,
      id: `spy-${i}`,
      hosts: [`spy-${i}.example`],
      snippets: [`spySnippet${i}(`],
      storage: [{ name: `_spy${i}_*` }],
    }));
  // A visitor who has chosen, whose pages fetch nothing but the head script.
  await openGuarded(site);
  await site.reject();
  const calls = await countOwnCalls(context, page);
  const counts: number[] = [];
  for (const count of [5, 500]) {
    await openGuarded(site, { path: `/${count}`, config: { services: declared(count) } });
    await site.settled();
    await page.evaluate(() => {
      for (let i = 0; i < 100; i++) {
        new Image().src = `/own-${i}.gif`;
        document.cookie = `own${i}=1; max-age=0`;
        document.body.insertAdjacentHTML('beforeend', '<p>text</p>');
      }
    });
    await site.settled();
    counts.push(await calls());
  }
  const [few = 0, many = 0] = counts;
  expect(many).toBeLessThanOrEqual(few * 1.05);
});

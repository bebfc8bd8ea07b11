import { expect, test } from './fixtures.ts';

/** Calls of functions in our own files since the count was last taken. */
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

test('costs at most one call of ours for a node that the page inserts', { tag: '@once' }, async ({
  site,
  page,
  context,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'only Chromium counts calls');
  await site.open({ body: '<main></main>' });
  await site.reject();
  await site.settled();
  const session = await context.newCDPSession(page);
  const calls = async () => {
    const { result } = (await session.send('Profiler.takePreciseCoverage')) as Coverage;
    return result
      .filter(({ url }) => url.includes('/samtycke/'))
      .flatMap(({ functions }) => functions)
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  };
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await calls();
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

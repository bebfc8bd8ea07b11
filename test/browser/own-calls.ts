/** Counts calls of functions in our own files, in Chromium: the one cost that is the same at any load. */
import type { BrowserContext, Page } from 'playwright/test';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/** Starts to count on `page`; what it returns gives the calls since it was last asked. */
export async function countOwnCalls(
  context: BrowserContext,
  page: Page,
): Promise<() => Promise<number>> {
  const session = await context.newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const calls = async () => {
    const { result } = (await session.send('Profiler.takePreciseCoverage')) as Coverage;
    return result
      .filter(({ url }) => url.includes('/samtycke/'))
      .flatMap(({ functions }) => functions)
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  };
  await calls();
  return calls;
}

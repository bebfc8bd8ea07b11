/** Figures of one page, read from Chromium itself. */
import type { BrowserContext, CDPSession, Page } from 'playwright';

export interface Gauge {
  /** CPU time of the page's main thread since the last call, in milliseconds. */
  cpu(): Promise<number>;
  /** Calls of functions in the files under `path` since the last call. */
  calls(path: string): Promise<number>;
  /** What is alive after garbage collection: heap in KiB, nodes of all documents, listeners. */
  alive(): Promise<{ heap: number; nodes: number; listeners: number }>;
}

/** With `counts`, calls are counted too, which costs CPU: not in a page whose CPU is measured. */
export async function createGauge(
  context: BrowserContext,
  page: Page,
  counts = false,
): Promise<Gauge> {
  const session = await context.newCDPSession(page);
  if (counts) {
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  }
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  let last = await taskTime(session);
  return {
    async cpu() {
      const now = await taskTime(session);
      const spent = now - last;
      last = now;
      return spent;
    },
    async calls(path) {
      const { result } = (await session.send('Profiler.takePreciseCoverage')) as Coverage;
      return result
        .filter(({ url }) => new URL(url || 'about:blank').pathname.startsWith(path))
        .flatMap(({ functions }) => functions)
        .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
    },
    async alive() {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage'); // what finalisers let go of
      const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
      const counted = (await session.send('Memory.getDOMCounters')) as {
        nodes: number;
        jsEventListeners: number;
      };
      return { heap: usedSize / 1024, nodes: counted.nodes, listeners: counted.jsEventListeners };
    },
  };
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = (await session.send('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[];
  };
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

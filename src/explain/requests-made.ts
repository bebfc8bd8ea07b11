/** The requests that this page has made, from the browser's own notes. */
import type { Page } from '../page/page.ts';

export interface RequestMade {
  readonly url: string;
  /** `script`, `img`, `fetch` … as the browser calls what asked. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The first 250 or so of a page, until the page empties or widens the browser's list. */
export function requestsMade({ window }: Page): readonly RequestMade[] {
  const { performance } = window;
  return performance.getEntriesByType('resource').map((entry) => ({
    url: entry.name,
    by: (entry as PerformanceResourceTiming).initiatorType,
    at: performance.timeOrigin + entry.startTime,
  }));
}

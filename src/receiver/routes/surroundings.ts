import type { Log } from '../log.ts';
import type { createMetrics } from '../metrics.ts';
import type { createRateLimit } from '../rate-limit.ts';
import type { Store } from '../store.ts';

/** What routes are given. */
export interface Surroundings {
  readonly store: Store;
  /** The origins that receipts are taken from. */
  readonly allowed: ReadonlySet<string>;
  readonly limit: ReturnType<typeof createRateLimit>;
  readonly metrics: ReturnType<typeof createMetrics>;
  /** Throws unless the `Authorization` header holds the owner's token. */
  readonly requireAdmin: (authorization: string | undefined) => Promise<void>;
  /** Writes a line to the log; never throws. */
  readonly write: Log;
}

/** The real receiver behind a test's page. */
import type { Receipt } from '../../src/model/receipt.ts';
import { createReceiver, type Store, type StoredRow } from '../../src/receiver/index.ts';
import type { Answer, ArrivedRequest } from './servers.ts';

export interface TestReceiver {
  answer(request: ArrivedRequest): Promise<Answer>;
  /** The rows in the database, in the order of arrival. */
  rows(): Promise<readonly StoredRow[]>;
  close(): Promise<void>;
}

/** Starts a receiver that takes receipts from `origins`, and closes its store. */
export function startReceiver(store: Store, origins: readonly string[]): TestReceiver {
  const receiver = createReceiver({
    store,
    origins,
    // A soak decides more often than any visitor.
    browserRate: { burst: 10_000, perMinute: 10_000 },
  });
  return {
    async answer({ method, host, path, headers, body }) {
      const response = await receiver.fetch(
        new Request(`http://${host}${path}`, {
          method,
          headers,
          ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
        }),
      );
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      };
    },
    rows: () => store.all({ limit: 10_000 }), // more than any soak makes
    close: () => store.close(),
  };
}

/** The receipt that a row holds. */
export function receiptOf(row: StoredRow): Receipt {
  return JSON.parse(row.body) as Receipt;
}

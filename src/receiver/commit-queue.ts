/** Gathers what comes at the same time into one commit: a disk can wait for 256 receipts as quickly as for one. */
import { StoreError, type StoreFigures } from './store.ts';

const mostRows = 256; // from here on a larger batch gains nothing that was measurable on SQLite
const mostWaitMs = 5; // nobody notices; long enough for what is on its way through the parser
const quietTurns = 3; // of the event loop: a body that has just arrived is parsed and queued within two
const busyRows = 8; // fewer at a time are visitors who come when they like
const mostWaiting = 2_048; // 2048 × 16 kB is 32 MB, and about half a second of commits

interface Waiting<T, R> {
  readonly item: T;
  readonly since: number;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** A queue before `commit`, which gets at most 256 items at a time and gives a result for each, in order. One commit runs at a time. */
export function createCommitQueue<T, R>(commit: (items: readonly T[]) => Promise<readonly R[]>) {
  let queue: Waiting<T, R>[] = [];
  /** What is being committed. */
  let batch: Waiting<T, R>[] = [];
  let lastRows = 0;
  let running: Promise<void> | undefined;
  let closed = false;
  let onAdd: (() => void) | undefined;
  const done = { commits: 0, committedReceipts: 0, commitSeconds: 0 };

  /** Resolves when the batch is full, no more are to be expected, or its first item has waited long enough. */
  async function gathered(): Promise<void> {
    // Whoever got an answer with the last batch is about to send again. Not to wait for them
    // makes two half batches of one, by turns, and the disk is waited for twice.
    const expected = Math.min(mostRows, lastRows < busyRows ? 0 : lastRows + queue.length);
    if (queue.length < expected) return arrived(expected);
    const start = performance.now();
    let seen = 0;
    for (let quiet = 0; quiet < quietTurns; quiet++) {
      if (queue.length >= mostRows || performance.now() - start > mostWaitMs) return;
      if (queue.length > seen) quiet = 0;
      seen = queue.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Resolves when so many wait, or after a while. It sleeps meanwhile: whoever is to send may need the same processor. */
  function arrived(rows: number): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(done, mostWaitMs);
      onAdd = () => {
        if (queue.length >= rows) done();
      };
      function done() {
        clearTimeout(late);
        onAdd = undefined;
        resolve();
      }
    });
  }

  async function run(): Promise<void> {
    while (queue.length > 0) {
      if (!closed) await gathered();
      batch = queue.slice(0, mostRows);
      lastRows = batch.length;
      queue = queue.slice(mostRows);
      const start = performance.now();
      try {
        const results = await commit(batch.map(({ item }) => item));
        for (const [i, { resolve }] of batch.entries()) resolve(results[i] as R);
        done.commits++;
        done.committedReceipts += batch.length;
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      batch = [];
      done.commitSeconds += (performance.now() - start) / 1_000;
    }
    running = undefined;
  }

  return {
    add(item: T): Promise<R> {
      if (closed) return Promise.reject(new StoreError('The store is closed.', 5));
      if (queue.length >= mostWaiting) {
        return Promise.reject(new StoreError('The receiver has too much to do.', 1));
      }
      return new Promise((resolve, reject) => {
        queue.push({ item, since: performance.now(), resolve, reject });
        onAdd?.();
        running ??= run();
      });
    },
    figures(): StoreFigures {
      const first = batch[0] ?? queue[0];
      return {
        ...done,
        waiting: batch.length + queue.length,
        waitedMs: first ? performance.now() - first.since : 0,
      };
    },
    /** Takes no more; resolves when everything that waited is committed. */
    async close(): Promise<void> {
      closed = true;
      await running;
    },
  };
}

/** Gathers what comes at the same time into one commit: a disk can wait for 256 receipts as quickly as for one. */
import { StoreError, type StoreFigures } from './store.ts';

const mostRows = 256; // from here on a larger batch gains nothing that was measurable on SQLite
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
  let running: Promise<void> | undefined;
  let closed = false;
  const done = { commits: 0, committedReceipts: 0, commitSeconds: 0 };

  async function run(): Promise<void> {
    // What arrives in the same turn of the event loop goes together.
    await new Promise((resolve) => setImmediate(resolve));
    let answer = () => {};
    while (queue.length > 0) {
      batch = queue.slice(0, mostRows);
      queue = queue.slice(mostRows);
      const committed = timed(commit(batch.map(({ item }) => item)));
      // The database is at work again while those before get their answers, which makes them send more.
      answer();
      answer = await settled(batch, committed);
      batch = [];
    }
    running = undefined;
    answer();
  }

  async function timed(results: Promise<readonly R[]>): Promise<readonly R[]> {
    const start = performance.now();
    try {
      return await results;
    } finally {
      done.commitSeconds += (performance.now() - start) / 1_000;
    }
  }

  /** Resolves, when a commit is over, to what tells everybody in it. */
  async function settled(all: readonly Waiting<T, R>[], committed: Promise<readonly R[]>) {
    try {
      const results = await committed;
      done.commits++;
      done.committedReceipts += all.length;
      return () => {
        for (const [i, { resolve }] of all.entries()) resolve(results[i] as R);
      };
    } catch (error) {
      return () => {
        for (const { reject } of all) reject(error);
      };
    }
  }

  return {
    add(item: T): Promise<R> {
      if (closed) return Promise.reject(new StoreError('The store is closed.', 5));
      if (queue.length >= mostWaiting) {
        return Promise.reject(new StoreError('The receiver has too much to do.', 1));
      }
      return new Promise((resolve, reject) => {
        queue.push({ item, since: performance.now(), resolve, reject });
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

/** What has arrived at the recording servers: kept in memory, newest last. */

export interface Arrival {
  readonly number: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly host: string;
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** Size of the body the browser sent, in bytes. */
  readonly sizeBytes: number;
  /** In plain Swedish, for the panel. */
  readonly what: string;
}

export interface Arrivals {
  add(arrival: Omit<Arrival, 'number' | 'at'>): void;
  list(): readonly Arrival[];
  clear(): void;
  /** Told of each new arrival, and of `undefined` when the list is cleared; returns the unsubscriber. */
  onArrival(listener: (arrival: Arrival | undefined) => void): () => void;
}

const kept = 500; // enough for an afternoon of clicking, and nothing that fills the memory

export function createArrivals(): Arrivals {
  let all: Arrival[] = [];
  let count = 0;
  const listeners = new Set<(arrival: Arrival | undefined) => void>();
  const tell = (arrival: Arrival | undefined) => {
    for (const listener of listeners) listener(arrival);
  };
  return {
    add(arrival) {
      count += 1;
      const numbered = { ...arrival, number: count, at: new Date().toISOString() };
      all = [...all.slice(1 - kept), numbered];
      tell(numbered);
    },
    list: () => all,
    clear() {
      all = [];
      tell(undefined);
    },
    onArrival(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

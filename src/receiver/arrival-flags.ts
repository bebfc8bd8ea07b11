import type { ArrivalFlag } from './store.ts';

/** What the store already holds of the same browser. */
export interface Neighbours {
  /** `seq` of the receipt whose hash is this one's `prev`; `null` when it is not here. */
  readonly previousSeq: number | null;
  /** True when another receipt has the same `seq`. */
  readonly sameSeq: boolean;
  /** The highest `seq` here; `null` when there is none. */
  readonly highestSeq: number | null;
  /** True when its visitor has asked that its receipts are kept but not used. */
  readonly restricted: boolean;
}

/** What a receipt says of its place in its browser's chain, and how far its clock is off. */
export interface Arrival {
  readonly seq: number;
  readonly prev: string | null;
  readonly skewMs: number;
}

const aheadMs = 300_000; // 5 min: more than NTP, time zones done right and slow sends explain
const delayedMs = 86_400_000; // 24 h: longer than a normal retry, so worth a look

/** What is unusual about a receipt at its arrival; empty for nearly all. */
export function arrivalFlags(row: Arrival, { previousSeq, sameSeq, highestSeq }: Neighbours) {
  const flags: ArrivalFlag[] = [];
  const contradicts =
    (row.prev === null) !== (row.seq === 1) ||
    (previousSeq !== null && previousSeq !== row.seq - 1);
  if (row.seq > 1 && previousSeq === null) flags.push('gap');
  if (sameSeq) flags.push('fork');
  if (highestSeq !== null && highestSeq > row.seq) flags.push('out-of-order');
  if (contradicts) flags.push('prev-mismatch');
  if (row.skewMs < -aheadMs) flags.push('clock-ahead');
  if (row.skewMs > delayedMs) flags.push('delayed');
  return flags;
}

/**
 * When to try again. Kept in the browser while something is unsent, so that a
 * visitor who walks from page to page does not knock on a dead endpoint at each
 * of them. Losing it costs a request, never a receipt.
 */
import { dayMs } from '../model/day-ms.ts';
import type { LocalStore } from '../page/local-store.ts';
import type { OutboxItem } from './outbox.ts';

const hourMs = 3_600_000; // 1 h: the longest wait that the endpoint has not asked for

/** What is remembered of one receipt. Times in milliseconds since 1970. */
export interface Try {
  /** When it was tried last. */
  readonly at: number;
  /** The 4xx status with which the endpoint rejected it. */
  readonly status?: number;
  /** Since when it has been failing past its validity. */
  readonly expired?: number;
}

export interface RetryState {
  /** Failures since the last answer that was none. */
  readonly failures: number;
  /** Receipts that were tried before wait until then. */
  readonly until: number;
  readonly tries: Readonly<Record<string, Try | undefined>>;
}

const key = 'samtycke.retry';

/** The state as the last tab left it; a new one when there is none or it is broken. */
export function readRetry(store: LocalStore): RetryState {
  let state: Partial<RetryState> | undefined;
  try {
    state = JSON.parse(store.get(key) ?? '{}');
  } catch {
    // cut or altered: the first try of everything
  }
  return {
    failures: Number(state?.failures) || 0,
    until: Number(state?.until) || 0,
    tries: { ...state?.tries },
  };
}

/** Keeps `state` for the next try and the next page. */
export function writeRetry(store: LocalStore, state: RetryState): void {
  store.set(key, JSON.stringify(state));
}

/** For when nothing is unsent. */
export function forgetRetry(store: LocalStore): void {
  store.remove(key);
}

/** Full jitter in 0…min(1 h, 2 s · 2ⁿ): the visitors of an endpoint that comes back do not all come at once. */
export function backoffMs(failures: number): number {
  return Math.random() * Math.min(hourMs, 2_000 * 2 ** failures);
}

/** What a Retry-After header asks for (RFC 9110, 10.2.3: seconds or a date), at most 24 h; 0 when it says nothing. */
export function retryAfterMs(header: string | null | undefined, now: number): number {
  const seconds = Number(header ?? 0);
  const ms = Number.isNaN(seconds) ? Date.parse(header as string) - now : seconds * 1_000;
  return Math.min(dayMs, Math.max(0, ms || 0));
}

/** How long `item` must still wait, in milliseconds; 0 when it is due. One of this page that was never tried is. */
export function untilDue(
  { receipt, isNew }: OutboxItem,
  { tries, until }: RetryState,
  now: number,
): number {
  const last = tries[receipt.id];
  const time = last?.status ? last.at + dayMs : isNew && !last ? 0 : until;
  // Further off than any wait of ours: a clock was wrong.
  return time > now && time <= now + dayMs ? time - now : 0;
}

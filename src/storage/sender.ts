/**
 * Brings the outbox to the endpoint, in two lanes. The receipt of this very
 * click goes at once, whatever else is under way: the visitor may be gone in a
 * moment. The backlog follows oldest first, one at a time, in one tab.
 */
import { type ErrorCode, SamtyckeError } from '../model/errors.ts';
import type { Receipt } from '../model/receipt.ts';
import { onLeave, onReturn } from '../page/lifecycle.ts';
import type { LocalStore } from '../page/local-store.ts';
import { nativesOf } from '../page/natives.ts';
import type { Page } from '../page/page.ts';
import { inOneTab } from './one-tab.ts';
import type { Outbox, OutboxItem } from './outbox.ts';
import { type Acknowledgement, type Outcome, postReceipt } from './post-receipt.ts';
import {
  backoffMs,
  dayMs,
  isDue,
  type RetryState,
  readRetry,
  retryAfterMs,
  type Try,
  writeRetry,
} from './retry.ts';

export interface SenderOptions {
  readonly page: Page;
  readonly store: LocalStore;
  readonly outbox: Outbox;
  /** Where receipts are posted. */
  readonly endpoint: string;
  onProblem(error: SamtyckeError): void;
  /** The receiver holds `receipt`, and the outbox holds it no longer. */
  onAcknowledged?(receipt: Receipt, ack: Acknowledgement): void;
}

export interface Sender {
  /** Sends what is due. Call it at start, and after each `outbox.put` in the same turn; too often does no harm. */
  wake(): void;
}

const lockedMs = 10_000; // 10 s: by then the request of the tab that holds the lock has ended
const leastWaitMs = 1_000; // 1 s: a storage that cannot keep the pause must not make a busy loop

/** The sender of `outbox`. It also wakes by itself: when page or network come back, and by timer. */
export function createSender(options: SenderOptions): Sender {
  const { page, store, outbox, endpoint } = options;
  const { setTimeout, clearTimeout } = nativesOf(page);
  const inFlight = new Set<string>();
  /** Acknowledged, even where the storage would not let go of it. */
  const done = new Set<string>();
  let round: { readonly leave: () => void } | undefined;
  let timer: number | undefined;
  let isDelayed = false;

  const report = (code: ErrorCode, { receipt }: OutboxItem, why: string, cause?: unknown) =>
    options.onProblem(new SamtyckeError(code, `Receipt ${receipt.id}: ${why}`, cause));

  const waiting = () =>
    outbox.list().filter(({ receipt: { id } }) => !inFlight.has(id) && !done.has(id));

  /** The next one of the backlog, or nothing while all must wait. */
  const pick = (): OutboxItem | undefined => {
    const state = readRetry(store);
    const now = page.now();
    const due = waiting().filter((item) => isDue(dueTime(item, state), now));
    // After a failure the one that has waited longest since its last try:
    // a receipt that always fails must not stand before all others.
    if (state.failures > 0) {
      const last = ({ receipt }: OutboxItem) => state.tries[receipt.id]?.at ?? 0;
      due.sort((a, b) => last(a) - last(b));
    }
    return due[0];
  };

  /** Sends one; false when the endpoint is better left alone for a while. */
  const send = async (item: OutboxItem): Promise<boolean> => {
    const { id } = item.receipt;
    const before = readRetry(store);
    const last = before.tries[id];
    const failures = before.failures + 1;
    // The try is written down before it is made: a page that is left while the
    // endpoint hangs must not make the next page knock again at once.
    writeRetry(store, {
      failures,
      until: page.now() + backoffMs(failures),
      tries: { ...before.tries, [id]: { ...last, at: page.now() } },
    });
    inFlight.add(id);
    // A keepalive request outlives the page, but all scripts of a page share
    // 64 kB of them, and a refusal looks like a network error (Fetch, 4.6). So
    // the first try goes on without it at once, and later ones take turns.
    let outcome = await postReceipt(page, endpoint, item, !last || failures % 2 === 1);
    if (!last && outcome.kind === 'failed' && outcome.cause instanceof TypeError) {
      outcome = await postReceipt(page, endpoint, item, false);
    }
    inFlight.delete(id);
    if (outcome.kind === 'acknowledged') {
      done.add(id);
      outbox.remove(id);
      remember(id, undefined, { failures: 0, until: 0 });
      isDelayed = false;
      acknowledge(item, outcome.ack);
    } else settle(item, outcome, failures, last);
    return outcome.kind !== 'failed';
  };

  /** Writes down how a try that brought no acknowledgement ended. */
  const settle = (
    item: OutboxItem,
    outcome: Exclude<Outcome, { kind: 'acknowledged' }>,
    failures: number,
    last: Try | undefined,
  ) => {
    const { id } = item.receipt;
    const now = page.now();
    const expired = item.expires < now && { expired: last?.expired ?? now };
    // A clock that jumped ahead must not cost a receipt: it has another day.
    if (expired && now - expired.expired >= dayMs) {
      outbox.remove(id);
      remember(id, undefined);
      report('receipt-dropped', item, 'nobody took it while it was valid.', outcome);
    } else if (outcome.kind === 'rejected') {
      const { status } = outcome;
      // The endpoint is there and answers: the others need not wait.
      remember(id, { at: now, status, ...expired }, { failures: 0, until: 0 });
      if (!last?.status) {
        report('receipt-rejected', item, `answered with ${status}. It is kept and tried daily.`);
      }
    } else {
      const wait = Math.max(retryAfterMs(outcome.retryAfter, now), backoffMs(failures));
      remember(id, { at: now, ...expired }, { failures, until: now + wait });
      if (!isDelayed) report('receipt-delayed', item, 'kept and tried again.', outcome.cause);
      isDelayed = true;
    }
  };

  /** Updates what is known of one receipt, and forgets those that have left the outbox. */
  const remember = (id: string, last: Try | undefined, all?: Partial<RetryState>) => {
    const state = readRetry(store);
    const tries: Record<string, Try> = {};
    for (const { receipt } of outbox.list()) {
      const entry = receipt.id === id ? last : state.tries[receipt.id];
      if (entry) tries[receipt.id] = entry;
    }
    writeRetry(store, { ...state, ...all, tries });
  };

  const acknowledge = ({ receipt }: OutboxItem, ack: Acknowledgement) => {
    try {
      options.onAcknowledged?.(receipt, ack);
    } catch (cause) {
      options.onProblem(new SamtyckeError('listener-failed', 'onAcknowledged threw.', cause));
    }
  };

  const sendBacklog = async () => {
    if (round) return;
    let isMine = true;
    if (pick()) {
      let leave = () => {};
      const left = new Promise<void>((resolve) => {
        leave = resolve;
      });
      const mine = { leave };
      round = mine;
      const work = async () => {
        for (let item = pick(); item && round === mine; item = pick()) {
          if (!(await send(item))) break;
        }
      };
      isMine = await inOneTab(page, work, left);
      if (round !== mine) return; // the page was left, and may have come back since
      round = undefined;
    }
    schedule(isMine ? leastWaitMs : lockedMs);
  };

  const schedule = (leastMs: number) => {
    clearTimeout(timer);
    const state = readRetry(store);
    const now = page.now();
    const waits = waiting().map((item) => {
      const time = dueTime(item, state);
      return isDue(time, now) ? 0 : time - now;
    });
    if (waits.length > 0) timer = setTimeout(wake, Math.max(leastMs, Math.min(...waits)));
  };

  const wake = () => {
    const newest = waiting().at(-1);
    if (newest?.isNew && !readRetry(store).tries[newest.receipt.id]) {
      send(newest).then(sendBacklog);
    } else sendBacklog();
  };

  onReturn(page, wake);
  onLeave(page, () => {
    // A request that goes into the back/forward cache may never answer.
    inFlight.clear();
    round?.leave();
    round = undefined;
  });
  return { wake };
}

/** Before when an item is not to be tried; 0 for one of this page that never was. */
function dueTime({ receipt, isNew }: OutboxItem, { tries, until }: RetryState): number {
  const last = tries[receipt.id];
  if (last?.status) return last.at + dayMs;
  return isNew && !last ? 0 : until;
}

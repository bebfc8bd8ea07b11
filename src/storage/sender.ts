/**
 * Brings the outbox to the endpoint, in two lanes. The receipt of this very
 * click goes at once, whatever else is under way: the visitor may be gone in a
 * moment. The backlog follows oldest first, one at a time, in one tab.
 */
import { dayMs } from '../model/day-ms.ts';
import { onLeave, onReturn } from '../page/lifecycle.ts';
import type { LocalStore } from '../page/local-store.ts';
import type { Page } from '../page/page.ts';
import { inOneTab } from './one-tab.ts';
import type { Outbox, OutboxItem } from './outbox.ts';
import { type Acknowledgement, postReceipt } from './post-receipt.ts';
import type { ReportProblem } from './report-problem.ts';
import {
  backoffMs,
  forgetRetry,
  readRetry,
  retryAfterMs,
  type Try,
  untilDue,
  writeRetry,
} from './retry.ts';

export interface SenderOptions {
  readonly page: Page;
  readonly store: LocalStore;
  readonly outbox: Outbox;
  /** Where receipts are posted. */
  readonly endpoint: string;
  readonly problem: ReportProblem;
  /** Told of each acknowledgement while its receipt is still in the outbox. */
  acknowledged(id: string, ack: Acknowledgement): void;
}

export interface Sender {
  /** Sends what is due. Call it at start, and after each `outbox.put` in the same turn; too often does no harm. */
  wake(): void;
}

const lockedMs = 10_000; // 10 s: by then the request of the tab that holds the lock has ended
const leastWaitMs = 1_000; // 1 s: a storage that cannot keep the pause must not make a busy loop

/** The sender of `outbox`. It also wakes by itself: when page or network come back, and by timer. */
export function createSender({
  page,
  store,
  outbox,
  endpoint,
  problem,
  acknowledged,
}: SenderOptions): Sender {
  const natives = page.natives;
  const { setTimeout, clearTimeout } = natives;
  /** Under way; and acknowledged, even where the storage would not let go of it. */
  const taken = new Set<string>();
  /** Ends the round that is on, and its claim. */
  let leave: (() => void) | undefined;
  let timer: number | undefined;

  const waiting = () => outbox.list().filter(({ receipt }) => !taken.has(receipt.id));

  /** The next one of the backlog, if one is due, and how long until one is. */
  const plan = (): { readonly item?: OutboxItem | undefined; readonly waitMs: number } => {
    const state = readRetry(store);
    const due: OutboxItem[] = [];
    let waitMs = Number.POSITIVE_INFINITY;
    for (const item of waiting()) {
      const ms = untilDue(item, state, page.now());
      waitMs = Math.min(waitMs, ms);
      if (!ms) due.push(item);
    }
    // After a failure the one that has waited longest since its last try:
    // a receipt that always fails must not stand before all others.
    const last = ({ receipt }: OutboxItem) => state.tries[receipt.id]?.at ?? 0;
    if (state.failures) due.sort((a, b) => last(a) - last(b));
    return { item: due[0], waitMs };
  };

  /** Writes down how it stands with one receipt, and with the endpoint. */
  const remember = (id: string, last: Try | undefined, failures: number, until: number) => {
    const { tries } = readRetry(store);
    // What is `undefined` is not written. Other tabs may have sent the rest meanwhile.
    if (outbox.list().length)
      writeRetry(store, { failures, until, tries: { ...tries, [id]: last } });
    else forgetRetry(store);
  };

  /** Sends one; false when the endpoint is better left alone for a while. */
  const send = async (item: OutboxItem): Promise<boolean> => {
    const { id } = item.receipt;
    const state = readRetry(store);
    const last = state.tries[id];
    const failures = state.failures + 1;
    const at = page.now();
    // The try is written down before it is made: a page that is left while the
    // endpoint hangs must not make the next page knock again at once.
    remember(id, { ...last, at }, failures, at + backoffMs(failures));
    taken.add(id);
    // The first try outlives the page. Later ones do not: Chromium never closes a
    // keepalive request that was given up, and six of them block a host (HTTP/1.1,
    // seen 2026-11-22). And all scripts of a page share 64 kB of them; a refusal
    // looks like a network error (Fetch, 4.6), so the first try is made twice then.
    let outcome = await postReceipt(natives, endpoint, item, !last);
    if (!last && outcome.kind === 'failed' && outcome.cause instanceof TypeError) {
      outcome = await postReceipt(natives, endpoint, item, false);
    }

    const now = page.now();
    const expired = item.expires < now && { expired: last?.expired ?? now };
    const isAcknowledged = outcome.kind === 'acknowledged';
    // A clock that jumped ahead must not cost a receipt: it has another day.
    const isTooOld = !isAcknowledged && expired && now - expired.expired >= dayMs;
    if (outcome.kind === 'acknowledged') acknowledged(id, outcome.ack);
    if (isAcknowledged || isTooOld) outbox.remove(id);
    else taken.delete(id);
    if (outcome.kind === 'failed') {
      const wait = Math.max(retryAfterMs(outcome.retryAfter, now), backoffMs(failures));
      remember(id, { at: now, ...expired }, failures, now + wait);
      if (!last) problem('receipt-delayed', `${id} is kept and tried again.`, outcome.cause);
    } else {
      const status = outcome.kind === 'rejected' && outcome.status;
      // The endpoint is there and answers: the others need not wait.
      remember(id, status ? { at: now, status, ...expired } : undefined, 0, 0);
      if (status && !last?.status) {
        problem('receipt-rejected', `${id} is kept and tried once a day.`, status);
      }
    }
    if (isTooOld) problem('receipt-dropped', `${id} was not taken while it was valid.`);
    return outcome.kind !== 'failed';
  };

  const sendBacklog = async () => {
    if (leave) return;
    let isMine = true;
    if (plan().item) {
      let end = () => {};
      const left = new Promise<void>((resolve) => {
        end = resolve;
      });
      leave = end;
      isMine = await inOneTab(page, left, async () => {
        for (let { item } = plan(); item && leave === end && (await send(item)); )
          ({ item } = plan());
      });
      if (leave !== end) return; // the page was left, and may have come back since
      leave = undefined;
    }
    const { waitMs } = plan();
    clearTimeout(timer);
    if (waitMs < Number.POSITIVE_INFINITY) {
      timer = setTimeout(wake, Math.max(waitMs, isMine ? leastWaitMs : lockedMs));
    }
  };

  const wake = () => {
    const newest = waiting().at(-1);
    if (newest?.isNew && !untilDue(newest, readRetry(store), page.now())) {
      send(newest).then(sendBacklog);
    } else sendBacklog();
  };

  onReturn(page, wake);
  onLeave(page, () => {
    // A request that goes into the back/forward cache may never answer.
    taken.clear();
    leave?.();
    leave = undefined;
  });
  return { wake };
}

/** Writes decisions down and brings them to the endpoint: book, outbox and sender as one. */
import type { Action, Decision } from '../model/choice.ts';
import type { Config } from '../model/config.ts';
import { SamtyckeError } from '../model/errors.ts';
import { newReceipt } from '../model/new-receipt.ts';
import type { Notice } from '../model/notice.ts';
import { browserSaysNo } from '../page/browser-says-no.ts';
import { createIds } from '../page/ids.ts';
import { createLocalStore } from '../page/local-store.ts';
import type { Page } from '../page/page.ts';
import { createOutbox } from './outbox.ts';
import { createReceiptBook, type ReceiptBook } from './receipt-book.ts';
import type { ReportProblem } from './report-problem.ts';
import { createSender } from './sender.ts';

/** What is written down. */
export interface Recorded {
  readonly decision: Decision;
  readonly action: Action;
  readonly notice: Notice;
  /** False for an answer that must leave no lasting identifier. */
  readonly keepId: boolean;
}

export interface Delivery {
  /**
   * Keeps the receipt of a decision, synchronously, before anything is sent.
   * Returns its id, and the visitor's consent id, `undefined` when this browser keeps none.
   */
  record(recorded: Recorded): { readonly id: string; readonly consentId: string | undefined };
  /** Sends what is due. */
  wake(): void;
  /** The visitor's own copies. */
  readonly book: ReceiptBook;
  /** Remembers that scripts of a withdrawn service may still write until this page is gone. */
  sweepAgain(needed: boolean): void;
  /** True, once, when an earlier page left something to sweep. */
  mustSweepAgain(): boolean;
}

const sweepKey = 'samtycke.sweep';

/** The delivery of `page`'s receipts to `config.endpoint`. Making it writes nothing. */
export function createDelivery(
  page: Page,
  config: Config,
  onProblem: (error: SamtyckeError) => void,
  onAcknowledged: (id: string) => void,
): Delivery {
  const store = createLocalStore(page);
  const ids = createIds(page);
  const book = createReceiptBook({ ids, store });
  const problem: ReportProblem = (code, message, cause) =>
    onProblem(new SamtyckeError(code, message, cause));
  const { endpoint, maxAgeDays } = config;
  const outbox = createOutbox({ store, maxAgeDays, problem });
  const { wake } = createSender({
    page,
    store,
    outbox,
    endpoint,
    problem,
    acknowledged(id, ack) {
      book.prove(id, ack);
      onAcknowledged(id);
    },
  });
  const { location } = page.window;
  return {
    record({ decision, action, notice, keepId }) {
      const receipt = newReceipt({
        id: ids.newUuid(),
        chain: book.next({ keepId }),
        decision,
        action,
        notice,
        config,
        origin: location.origin,
        sdk: __VERSION__,
        gpc: browserSaysNo(page),
      });
      outbox.put(receipt);
      book.add(receipt);
      return { id: receipt.id, consentId: book.secret() && receipt.consent_id };
    },
    wake,
    book,
    sweepAgain(needed) {
      if (needed) store.set(sweepKey, '1');
    },
    mustSweepAgain() {
      const must = store.get(sweepKey) !== undefined;
      if (must) store.remove(sweepKey);
      return must;
    },
  };
}

/** Writes decisions down and brings them to the endpoint: book, outbox and sender as one. */
import type { Action, Decision } from '../model/choice.ts';
import type { Config } from '../model/config.ts';
import type { SamtyckeError } from '../model/errors.ts';
import { newReceipt } from '../model/new-receipt.ts';
import type { Notice } from '../model/notice.ts';
import type { Receipt } from '../model/receipt.ts';
import { createLocalStore } from '../page/local-store.ts';
import type { Page } from '../page/page.ts';
import { createOutbox } from './outbox.ts';
import { createReceiptBook } from './receipt-book.ts';
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
   * Returns the visitor's consent id, `undefined` when this browser keeps none.
   */
  record(recorded: Recorded): string | undefined;
  /** Sends what is due. */
  wake(): void;
  /** The visitor's own copies, oldest first. */
  receipts(): readonly Receipt[];
}

/** The delivery of `page`'s receipts to `config.endpoint`. Making it writes nothing. */
export function createDelivery(
  page: Page,
  config: Config,
  onProblem: (error: SamtyckeError) => void,
): Delivery {
  const store = createLocalStore(page);
  const book = createReceiptBook({ page, store });
  const outbox = createOutbox({ store, maxAgeDays: config.maxAgeDays, onProblem });
  const { wake } = createSender({ page, store, outbox, endpoint: config.endpoint, onProblem });
  const { navigator, location } = page.window;
  return {
    record({ decision, action, notice, keepId }) {
      const receipt = newReceipt({
        id: page.newUuid(),
        chain: book.next({ keepId }),
        decision,
        action,
        notice,
        config,
        origin: location.origin,
        sdk: __VERSION__,
        // Not in every browser's types yet: https://www.w3.org/TR/gpc/
        gpc: (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
      });
      outbox.put(receipt);
      book.add(receipt);
      return book.secret() && receipt.consent_id;
    },
    wake,
    receipts: () => book.list(),
  };
}

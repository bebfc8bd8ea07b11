/** The receipts of this browser and those at the receiver, put together. */
import { canonical } from '../../model/canonical.ts';
import type { Receipt } from '../../model/receipt.ts';
import type { ReceiptProof } from '../../model/receipt-proof.ts';
import { hashOf } from '../../model/sha256.ts';
import type { ReceiptBook } from '../../storage/receipt-book.ts';
import type { HeldReceipt } from './at-receiver.ts';

/** How it stands with a receipt at the receiver. */
export type Whereabouts =
  /** There, as here. */
  | 'held'
  /** There with another content: one of the two was altered. */
  | 'differs'
  /** It was there: the browser holds the proof. */
  | 'gone'
  /** It is still on its way. */
  | 'notYet'
  /** The receiver could not be asked. */
  | 'unseen';

export interface ReceiptRow {
  readonly receipt: Receipt;
  readonly hash: string;
  readonly whereabouts: Whereabouts;
  readonly restricted: boolean;
  /** When the receiver got it: ISO 8601 UTC. */
  readonly receivedAt?: string | undefined;
  /** The visitor's own proof before that of the receiver. */
  readonly proof?: ReceiptProof | undefined;
}

/** Newest first. `held` is `undefined` when the receiver could not be asked. */
export function rowsOf(book: ReceiptBook, held: readonly HeldReceipt[] | undefined): ReceiptRow[] {
  const there = new Map(held?.map((one) => [one.receipt.id, one]));
  const receipts = new Map(book.list().map((receipt) => [receipt.id, receipt]));
  for (const { receipt } of there.values()) {
    if (!receipts.has(receipt.id)) receipts.set(receipt.id, receipt);
  }
  return [...receipts.values()]
    .map((receipt): ReceiptRow => {
      const at = there.get(receipt.id);
      const kept = acknowledgementIn(book.proof(receipt.id));
      const hash = hashOf(canonical(receipt));
      const missing = !held ? 'unseen' : kept ? 'gone' : 'notYet';
      return {
        receipt,
        hash,
        whereabouts: !at ? missing : at.hash === hash ? 'held' : 'differs',
        restricted: at?.restricted === true,
        receivedAt: at?.received_at ?? kept?.received_at,
        proof: kept?.proof ?? at?.proof,
      };
    })
    .sort((a, b) => (a.receipt.at < b.receipt.at ? 1 : -1));
}

/** What the book kept of the receiver's answer. */
function acknowledgementIn(text: string | undefined): Partial<HeldReceipt> | undefined {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined; // altered: the receiver may still have it
  }
}

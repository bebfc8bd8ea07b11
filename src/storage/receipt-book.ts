/**
 * The visitor's own copies of their receipts, and the chain they form. Two tabs
 * that decide in the same moment may fork the chain and one copy may overwrite
 * the other here: the receiver accepts and reports forks, and holds both.
 */
import { canonical } from '../model/canonical.ts';
import { consentIdOf } from '../model/consent-id.ts';
import type { ChainLink } from '../model/new-receipt.ts';
import type { Receipt } from '../model/receipt.ts';
import { hashOf } from '../model/sha256.ts';
import type { Ids } from '../page/ids.ts';
import type { LocalStore } from '../page/local-store.ts';
import type { Acknowledgement } from './post-receipt.ts';

export interface ReceiptBook {
  /**
   * The place of the next receipt. `keepId`: true when something is accepted.
   * A browser that never accepted anything gets a one-off id, which nothing
   * keeps: no lasting identifier for someone who only ever said no.
   */
  next(by: { readonly keepId: boolean }): ChainLink;
  /** Keeps the visitor's copy, unless its id is a one-off. */
  add(receipt: Receipt): void;
  /** Keeps what the receiver answered beside the copy of that receipt, where there is one. */
  prove(id: string, ack: Acknowledgement): void;
  /** What `prove` kept, as JSON; `undefined` when no acknowledgement has come. */
  proof(id: string): string | undefined;
  /** The visitor's copies, oldest first. */
  list(): readonly Receipt[];
  /** What the visitor shows the receiver to read or erase their receipts; none before the first yes. */
  secret(): string | undefined;
}

const secretKey = 'samtycke.secret';
const copiesKey = 'samtycke.receipts';
/** One key for each: two tabs never overwrite each other's. */
const proofKey = 'samtycke.proof.';
const mostCopies = 100; // about 100 kB; one decision a month for eight years

/** The book that lives in `store`. Making it reads and writes nothing. */
export function createReceiptBook({
  ids,
  store,
}: {
  readonly ids: Ids;
  readonly store: LocalStore;
}): ReceiptBook {
  const book: ReceiptBook = {
    next({ keepId }) {
      let secret = book.secret();
      if (!secret) {
        secret = ids.newSecret();
        if (keepId) store.set(secretKey, secret);
      }
      const consent_id = consentIdOf(secret);
      const last = book.list().findLast((copy) => copy.consent_id === consent_id);
      return { consent_id, seq: (last?.seq ?? 0) + 1, prev: last ? hashOf(canonical(last)) : null };
    },
    add(receipt) {
      const secret = book.secret();
      if (!secret || receipt.consent_id !== consentIdOf(secret)) return;
      const copies = [...book.list(), receipt];
      // The first one stays: the chain begins there.
      if (copies.length > mostCopies) {
        for (const { id } of copies.splice(1, copies.length - mostCopies))
          store.remove(proofKey + id);
      }
      store.set(copiesKey, canonical(copies));
    },
    prove(id, ack) {
      // A one-off leaves nothing behind: its proof would be a lasting identifier too.
      if (book.list().some((copy) => copy.id === id)) {
        store.set(proofKey + id, canonical(ack));
      }
    },
    proof: (id) => store.get(proofKey + id),
    list() {
      try {
        const copies: unknown = JSON.parse(store.get(copiesKey) ?? '[]');
        return Array.isArray(copies)
          ? copies.filter((copy) => copy?.id && copy.at && copy.choices)
          : [];
      } catch {
        return []; // cut or altered: the receiver still has them
      }
    },
    secret() {
      const secret = store.get(secretKey);
      return /^[0-9a-f]{32}$/.test(secret ?? '') ? secret : undefined;
    },
  };
  return book;
}

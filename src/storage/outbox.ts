/**
 * Receipts that no endpoint has acknowledged yet. Written before they are sent,
 * one key each, so that two tabs never overwrite each other's; a key is written
 * once, never changed, and removed once: after the acknowledgement.
 */
import { canonical } from '../model/canonical.ts';
import { dayMs } from '../model/day-ms.ts';
import type { Hash, Receipt } from '../model/receipt.ts';
import { hashOf } from '../model/sha256.ts';
import type { LocalStore } from '../page/local-store.ts';
import type { ReportProblem } from './report-problem.ts';

export interface OutboxItem {
  readonly receipt: Receipt;
  /** The canonical receipt: what is sent, byte for byte. */
  readonly body: string;
  /** The hash of `body`, which an acknowledgement must echo. */
  readonly hash: Hash;
  /** When it has become too old to be of use: milliseconds since 1970. */
  readonly expires: number;
  /** True when it was put by this very page, not found. */
  readonly isNew: boolean;
}

export interface Outbox {
  /** Keeps a receipt, at once, in the best place there is. */
  put(receipt: Receipt): void;
  /** What is unsent, oldest first. Broken items are set aside and left out. */
  list(): readonly OutboxItem[];
  remove(id: string): void;
}

export interface OutboxOptions {
  readonly store: LocalStore;
  /** How long a choice may hold: no receipt is of use for longer. */
  readonly maxAgeDays: number;
  readonly problem: ReportProblem;
}

/** An item, and the text under which it is stored. */
interface StoredItem extends OutboxItem {
  readonly text: string;
}

const prefix = 'samtycke.outbox.';
/** The last broken item: enough to find the cause. */
const brokenKey = 'samtycke.broken';
const mostItems = 50; // a visitor who decides that often, unheard, is a program
const mostCharacters = 65_536; // 64 kB of the 5 MB that the whole site has
const mostBrokenCharacters = 16_384; // no receipt is longer: the receiver takes 16 kB

/** The outbox that lives in `store`. Making it reads and writes nothing. */
export function createOutbox({ store, maxAgeDays, problem }: OutboxOptions): Outbox {
  /** What was found under each key: checking all hashes again would cost in the click. */
  const known = new Map<string, StoredItem>();

  const newItem = (receipt: Receipt, isNew: boolean): StoredItem => {
    const body = canonical(receipt);
    const hash = hashOf(body);
    const expires = Date.parse(receipt.at) + maxAgeDays * dayMs;
    return {
      receipt,
      body,
      hash,
      expires,
      isNew,
      text: `{"v":1,"hash":"${hash}","receipt":${body}}`,
    };
  };

  /** The item that `text` is, or nothing when it is cut, altered or another's. */
  const read = (key: string, text: string): OutboxItem | undefined => {
    let item = known.get(key);
    if (item?.text !== text) {
      try {
        item = newItem(JSON.parse(text).receipt, false);
      } catch {
        return undefined; // not JSON, or JSON of another shape
      }
      // Whole is what would be written the same again, hash included.
      if (item.text !== text || prefix + item.receipt.id !== key) return undefined;
      known.set(key, item);
    }
    return item;
  };

  const setAside = (key: string, text: string) => {
    store.remove(key);
    store.set(brokenKey, text.slice(0, mostBrokenCharacters));
    problem('receipt-broken', `${key} is set aside.`);
  };

  const outbox: Outbox = {
    put(receipt) {
      const key = prefix + receipt.id;
      const item = newItem(receipt, true);
      known.set(key, item);
      const place = store.set(key, item.text, new Date(item.expires));
      if (place !== 'localStorage') problem('storage-refused', `A receipt waits in: ${place}.`);
      dropIntermediate(receipt.id);
    },
    list() {
      const items: OutboxItem[] = [];
      for (const key of store.keys(prefix)) {
        const text = store.get(key);
        if (text === undefined) continue; // another tab was quicker
        const item = read(key, text);
        if (item) items.push(item);
        else setAside(key, text);
      }
      return items.sort((a, b) => a.expires - b.expires || a.receipt.seq - b.receipt.seq);
    },
    remove: (id) => store.remove(prefix + id),
  };

  /** At the cap the receipts between the first and the newest go, oldest first: a later one supersedes each. */
  const dropIntermediate = (newest: string) => {
    const [first, ...later] = outbox.list();
    let characters = first?.body.length ?? 0;
    let items = 1;
    let dropped = 0;
    for (const { receipt, body } of later.reverse()) {
      characters += body.length;
      // A clock set back sorts the newest elsewhere than last.
      if ((++items > mostItems || characters > mostCharacters) && receipt.id !== newest) {
        outbox.remove(receipt.id);
        dropped++;
      }
    }
    if (dropped) problem('receipt-dropped', `Receipts dropped: ${dropped}.`);
  };

  return outbox;
}

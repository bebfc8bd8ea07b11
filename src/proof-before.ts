/**
 * `proof: "before"`: nothing that was accepted starts until the endpoint has
 * acknowledged the receipt. Then no tracker ever ran on a consent that the
 * receiver does not hold. A no never waits. Fetched only by sites that ask for it.
 */
import type { ClientEvents, Core } from './core.ts';
import { type Choice, isChoiceInForce } from './model/choice.ts';
import type { Config } from './model/config.ts';
import { permitsMore } from './model/permission.ts';
import { createLocalStore } from './page/local-store.ts';
import type { ReceiptBook } from './storage/receipt-book.ts';

/**
 * Runs `run` when the receipt of this id is acknowledged; `next` is the choice
 * that `run` puts in force, absent where it is about something of this page only.
 */
export type WhenProved = (id: string | undefined, run: () => void, next?: Choice) => void;

export interface ProofBeforeOptions {
  readonly core: Core;
  readonly book: ReceiptBook;
  /** With all that is known of its services. */
  readonly config: Config;
  /** Puts a choice in force, here and in the other tabs. */
  put(choice: Choice): void;
}

export interface ProofBefore {
  readonly whenProved: WhenProved;
  /** The choice that waits, also one of an earlier page. */
  pending(): Choice | undefined;
}

/** What waits, for the next page too: the id of the receipt and the choice that it is of. */
interface Pending {
  readonly id: string;
  readonly choice: Choice;
}

const key = 'samtycke.pending';

/** Starts to watch the acknowledgements; one that an earlier page did not live to see is looked for at once. */
export function createProofBefore(options: ProofBeforeOptions): ProofBefore {
  const { core, config, book, put } = options;
  const { page } = core;
  const store = createLocalStore(page);
  /** Of this page only: embeds that were asked for once. */
  const once = new Map<string, () => void>();

  const read = (): Pending | undefined => {
    try {
      const { id, choice } = JSON.parse(store.get(key) ?? '{}') as Pending;
      return id && isChoiceInForce(choice, config, page.now()) ? { id, choice } : undefined;
    } catch {
      return undefined; // cut or altered: the visitor is asked again
    }
  };
  const say = (waiting: ClientEvents['waiting']) => core.emit('waiting', waiting);
  const forget = () => {
    if (store.get(key) === undefined) return;
    store.remove(key);
    say(undefined);
  };

  const proved = (id: string) => {
    const run = once.get(id);
    once.delete(id);
    run?.();
    const pending = read();
    if (pending?.id === id) {
      store.remove(key); // first: the other tabs look when they hear of the choice
      put(pending.choice);
      say(undefined);
    } else if (run && !pending) say(undefined);
  };
  core.on('acknowledged', proved);
  core.on('problem', ({ code }) => {
    if (/^receipt-(delayed|rejected)$/.test(code) && (once.size || read())) say('delayed');
  });
  // Another tab has sent it, or has said no since.
  core.on('choice', ({ at }) => {
    const pending = read();
    // By the time, since its key may still be seen here when the choice has come (Firefox ESR 153).
    if (!pending || pending.choice.at <= at) say(undefined);
  });

  const early = read();
  if (early && book.proof(early.id)) proved(early.id);

  return {
    pending: () => read()?.choice,
    whenProved(id, run, next) {
      if (!next) {
        if (!id) return; // nothing was written down, so nothing can be proved
        once.set(id, run);
        say('sending');
      } else if (!permitsMore(next, config, core)) {
        once.clear();
        forget();
        run();
      } else if (id) {
        // What is withdrawn by the same answer is withdrawn at once.
        const now = core.choice && withoutNews(next, core);
        if (now) put(now);
        store.set(key, JSON.stringify({ id, choice: next }));
        say('sending');
      }
    },
  };
}

/** Of `next` only what is permitted already. A millisecond older: tabs tell choices apart by their time. */
function withoutNews(next: Choice, core: Core): Choice {
  const allowed = (answers: Readonly<Record<string, boolean>>) =>
    Object.freeze(
      Object.fromEntries(
        Object.entries(answers).map(([id, yes]) => [id, yes && core.allows(id)] as const),
      ),
    );
  return Object.freeze({
    ...next,
    at: new Date(Date.parse(next.at) - 1).toISOString(),
    categories: allowed(next.categories),
    services: allowed(next.services),
  });
}

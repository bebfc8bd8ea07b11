/** The public interface: `window.samtycke`, and what `createConsent` returns. */
import type { ClientEvents, Core } from './core.ts';
import type { Explanation } from './explain/explanation.ts';
import type { Loader } from './loader.ts';
import type { Names } from './model/answer-from-names.ts';
import { categoryNamed } from './model/category.ts';
import type { Choice } from './model/choice.ts';
import type { Receipt } from './model/receipt.ts';
import { isVisitorAct } from './page/visitor-act.ts';

/** The events of `on`. */
export type SamtyckeEvents = Pick<ClientEvents, 'choice' | 'change' | 'problem'>;

/** What a site's own scripts can ask and do. */
export interface Samtycke {
  /** The choice in force; `undefined` while the visitor has not chosen. */
  readonly choice: Choice | undefined;
  /** True when this category or service (id or alias) is accepted now. `necessary` always is. */
  allows(name: string): boolean;
  /** Shows the banner again, without changing anything. */
  openBanner(): void;
  /** Opens the settings; on close the focus returns to `opener`. */
  openSettings(opener?: HTMLElement): void;
  /** Accepts every category. Needs a recent click or key of the visitor; resolves to false without one. */
  acceptAll(): Promise<boolean>;
  /** Refuses every category. Anyone may say no. */
  rejectAll(): Promise<boolean>;
  /**
   * Sets the categories or services named, and keeps the others. A yes needs an act of the visitor.
   * Rejects with `unknown-category` for a name that the configuration does not have.
   * @example await samtycke.save({ statistics: true, marketing: false })
   */
  save(answer: Readonly<Record<string, boolean>>): Promise<boolean>;
  /** Takes back everything that was accepted: the same as `rejectAll`, by the name of the law. */
  withdraw(): Promise<boolean>;
  /** This browser's receipts, oldest first. */
  receipts(): Promise<readonly Receipt[]>;
  /**
   * Subscribes; returns what unsubscribes. A late subscriber to `choice` is told the choice in force at once.
   * @example const off = samtycke.on('change', (choice) => console.log(choice.categories.statistics))
   */
  on<Name extends keyof SamtyckeEvents>(
    name: Name,
    listener: (detail: SamtyckeEvents[Name]) => void,
  ): () => void;
  /**
   * Tells a developer what was held in this page and why, what was released, and what slipped out. `#samtycke-debug`
   * at the end of the page's address shows it in a panel.
   * @example console.table((await samtycke.explain()).held)
   */
  explain(): Promise<Explanation>;
  /** Resolves when the stored choice has been read and what it accepts may run. */
  readonly ready: Promise<Samtycke>;
  /** Runs `use` at once; before the script has loaded, an array in its place keeps the calls. */
  push(use: (samtycke: Samtycke) => void): void;
}

/** Decides outside our own UI: by the API, or by `control`, one of the site's own that was activated by `event`. */
export async function decideFor(
  core: Core,
  loader: Loader,
  names: Names,
  event?: Event,
  control?: HTMLElement,
): Promise<boolean> {
  // Now, not when the client has come: a click in between would be no answer to this.
  const visitorAct = isVisitorAct(core.page, event);
  const deciding = loader.withClient((client) =>
    client.decideByName(names, visitorAct, control?.textContent?.trim()),
  );
  // A no does not wait for a client that has to be fetched.
  if (names === false && !loader.isHere()) core.suspend();
  return !!(await deciding);
}

/**
 * The API over `core`; without one (the configuration is not valid, or on a
 * server) nothing was started and nothing optional is allowed.
 */
export function createApi(core?: Core, loader?: Loader): Samtycke {
  const decide = async (names: Names): Promise<boolean> =>
    !!core && !!loader && decideFor(core, loader, names);
  const refuse = () => decide(false);
  // `explain` is put in by who knows where its code is.
  const api = {
    get choice() {
      return core?.choice;
    },
    allows: (name) => (core ? core.allows(name) : categoryNamed(name) === 'necessary'),
    openBanner: () => loader?.openBanner(),
    openSettings: (opener) => loader?.openSettings(opener),
    acceptAll: () => decide(true),
    rejectAll: refuse,
    save: decide,
    withdraw: refuse,
    receipts: async () => (await loader?.withClient((client) => client.book.list())) ?? [],
    on: (name, listener) => core?.on(name, listener) ?? (() => {}),
    get ready() {
      return Promise.resolve(api);
    },
    push(use) {
      try {
        use(api);
      } catch (cause) {
        console.warn('samtycke:', cause);
      }
    },
  } as Samtycke;
  return api;
}

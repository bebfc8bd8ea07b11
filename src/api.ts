/** The public interface: `window.samtycke`, and what `createConsent` returns. */
import type { ClientEvents, Core } from './core.ts';
import type { Loader } from './loader.ts';
import { categoryNamed } from './model/category.ts';
import type { Action, Answer, Choice } from './model/choice.ts';
import { SamtyckeError } from './model/errors.ts';
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
  /** Resolves when the stored choice has been read and what it accepts may run. */
  readonly ready: Promise<Samtycke>;
  /** Runs `use` at once; before the script has loaded, an array in its place keeps the calls. */
  push(use: (samtycke: Samtycke) => void): void;
}

/** What stood before the visitor: a control of the site's own, or nothing. */
interface Asked {
  readonly action: Action;
  readonly event?: Event;
  readonly label?: string;
}

/** Decides outside our own UI, and waits for the client where it is not here yet. */
export async function decideFor(
  core: Core,
  loader: Loader,
  answer: Answer,
  { action, event, label }: Asked,
): Promise<boolean> {
  const { document } = core.page;
  // Now, not when the client has come: a click in between would be no answer to this.
  const visitorAct = isVisitorAct(core.page, event);
  const decided = await loader.withClient((client) =>
    client.decide(answer, {
      action,
      visitorAct,
      notice: {
        // What stands on the site's own control is all that we can vouch for.
        strings: label ? [label] : [],
        layer: 0,
        shownAt: new Date(core.page.now()).toISOString(),
        path: [label ? 'hook' : 'api'],
        lang: document.documentElement.lang || 'sv',
      },
    }),
  );
  return decided === true;
}

/** The same answer to every optional category. A no does not wait for the client. */
export function decideAll(
  core: Core,
  loader: Loader,
  accepted: boolean,
  asked: Asked,
): Promise<boolean> {
  const categories: Record<string, boolean> = {};
  for (const id of core.config.optional) categories[id] = accepted;
  const deciding = decideFor(core, loader, { categories }, asked);
  // Still waiting: the client has to be fetched.
  if (!accepted && !loader.isHere()) core.suspend();
  return deciding;
}

/**
 * The API over `core`; without one (the configuration is not valid, or on a
 * server) nothing was started and nothing optional is allowed.
 */
export function createApi(core?: Core, loader?: Loader): Samtycke {
  const all = async (accepted: boolean): Promise<boolean> =>
    !!core && !!loader && decideAll(core, loader, accepted, { action: 'api' });
  const api: Samtycke = {
    get choice() {
      return core?.choice;
    },
    allows: (name) => (core ? core.allows(name) : categoryNamed(name) === 'necessary'),
    openBanner: () => loader?.openBanner(),
    openSettings: (opener) => loader?.openSettings(opener),
    acceptAll: () => all(true),
    rejectAll: () => all(false),
    async save(answer) {
      if (!core || !loader) return false;
      const { optional, services } = core.config;
      const asked: { categories?: Record<string, boolean>; services?: Record<string, boolean> } =
        {};
      for (const name in answer) {
        const category = categoryNamed(name);
        const kind = optional.includes(category) ? 'categories' : 'services';
        if (kind === 'services' && !services.some(({ id }) => id === name)) {
          throw new SamtyckeError('unknown-category', `"${name}" is none of ${optional}.`);
        }
        asked[kind] = {
          ...asked[kind],
          [kind === 'services' ? name : category]: answer[name] === true,
        };
      }
      return decideFor(core, loader, asked, { action: 'api' });
    },
    withdraw: () => all(false),
    receipts: async () => (await loader?.withClient((client) => client.receipts())) ?? [],
    on: (name, listener) => core?.on(name, listener) ?? (() => {}),
    ready: Promise.resolve().then(() => api),
    push(use) {
      try {
        use(api);
      } catch (cause) {
        console.warn('samtycke: a queued function threw', cause);
      }
    },
  };
  return api;
}

/** The public interface: `window.samtycke`, and what `createConsent` returns. */
import type { Client, ClientEvents } from './client.ts';
import { categoryNamed } from './model/category.ts';
import type { Answer, Choice } from './model/choice.ts';
import { SamtyckeError } from './model/errors.ts';
import type { Notice } from './model/notice.ts';
import type { Receipt } from './model/receipt.ts';

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
  /** Accepts every category. Needs a recent click or key of the visitor; returns false without one. */
  acceptAll(): boolean;
  /** Refuses every category. Anyone may say no. */
  rejectAll(): boolean;
  /**
   * Sets the categories or services named, and keeps the others. A yes needs an act of the visitor.
   * @throws {SamtyckeError} `unknown-category` for a name that the configuration does not have.
   * @example samtycke.save({ statistics: true, marketing: false })
   */
  save(answer: Readonly<Record<string, boolean>>): boolean;
  /** Takes back everything that was accepted: the same as `rejectAll`, by the name of the law. */
  withdraw(): boolean;
  /** This browser's receipts, oldest first. */
  receipts(): readonly Receipt[];
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

/** How the API opens what the visitor sees. */
export interface Views {
  openBanner(): void;
  openSettings(opener?: HTMLElement): void;
}

/** The API over `client`; without one (the configuration is not valid, or a server) nothing is allowed. */
export function createApi(client: Client | undefined, views: Views): Samtycke {
  // A call of the API shows the visitor nothing of ours.
  const notice = (): Notice => ({
    strings: [],
    layer: 0,
    shownAt: new Date(client?.page.now() ?? 0).toISOString(),
    path: ['api'],
    lang: client?.page.document.documentElement.lang || 'sv',
  });
  const decide = (answer: Answer): boolean =>
    client?.decide(answer, { action: 'api', notice: notice() }) ?? false;
  const all = (accepted: boolean): boolean => decide(answerToAll(client, accepted));

  const api: Samtycke = {
    get choice() {
      return client?.choice;
    },
    allows: (name) => (client ? client.allows(name) : categoryNamed(name) === 'necessary'),
    openBanner: views.openBanner,
    openSettings: views.openSettings,
    acceptAll: () => all(true),
    rejectAll: () => all(false),
    save(answer) {
      const categories: Record<string, boolean> = {};
      const services: Record<string, boolean> = {};
      for (const [name, accepted] of Object.entries(answer)) {
        const category = categoryNamed(name);
        if (client?.config.services.some(({ id }) => id === name)) services[name] = accepted;
        else if (client?.config.optional.includes(category)) categories[category] = accepted;
        else if (client) {
          throw new SamtyckeError(
            'unknown-category',
            `samtycke.save: "${name}" is neither an optional category nor a service of the configuration. Known: ${client.config.optional.join(', ')}.`,
          );
        }
      }
      return decide({
        ...(Object.keys(categories).length > 0 && { categories }),
        ...(Object.keys(services).length > 0 && { services }),
      });
    },
    withdraw: () => all(false),
    receipts: () => client?.receipts() ?? [],
    on: (name, listener) => client?.on(name, listener) ?? (() => {}),
    ready: Promise.resolve(undefined as never).then(() => api),
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

/** The same answer to every optional category. */
export function answerToAll(client: Client | undefined, accepted: boolean): Answer {
  const categories: Record<string, boolean> = {};
  for (const id of client?.config.optional ?? []) categories[id] = accepted;
  return { categories };
}

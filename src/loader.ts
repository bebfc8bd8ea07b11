/** Brings client and UI for a visitor who needs them, each once, and opens what is due. */
import type { Client } from './client.ts';
import type { Core } from './core.ts';
import { SamtyckeError } from './model/errors.ts';
import { hasLeftovers } from './page/leftovers.ts';
import { definePageElements } from './page-elements.ts';
import type { Ui } from './ui/mount.tsx';

/** Where the parts come from: fetched modules, or the same file. */
export interface Parts {
  client(core: Core): Client | Promise<Client>;
  /** Resolves when there is a `<body>` and the texts of the language. Fetched beside the client, not after it. */
  ui(client: Promise<Client>): Promise<Ui>;
}

export interface Loader {
  /** True when the client is in the page: then `withClient` acts in the same turn. */
  isHere(): boolean;
  /** Runs `use` with the client; at once when it is here. Resolves to `undefined` when it cannot be had. */
  withClient<Result>(use: (client: Client) => Result): Promise<Result | undefined>;
  openBanner(): void;
  openSettings(opener?: HTMLElement): void;
}

/** Opens the banner and the stand-ins that are due on this page, and brings unsent receipts on their way. */
export function createLoader(core: Core, parts: Parts): Loader {
  let client: Client | undefined;
  let fetchingClient: Promise<Client> | undefined;
  let fetchingUi: Promise<Ui> | undefined;

  const failed = (cause: unknown): undefined => {
    // Fetched again at the next occasion: a visitor without a banner cannot choose.
    if (!client) fetchingClient = undefined;
    fetchingUi = undefined;
    core.report(new SamtyckeError('ui-failed', 'A file did not load.', cause));
  };
  const bringClient = (): Promise<Client> => {
    if (!fetchingClient) {
      fetchingClient = Promise.resolve(core).then(parts.client);
      // Everyone who waits handles a failure; when the UI fails first, nobody waits any more.
      fetchingClient.then(
        (brought) => {
          client = brought;
        },
        () => {},
      );
    }
    return fetchingClient;
  };
  const withUi = (use: (ui: Ui) => unknown): void => {
    fetchingUi ??= parts.ui(bringClient());
    fetchingUi.then(use).catch(failed);
  };
  const loader: Loader = {
    isHere: () => !!client,
    // Not through a promise when it is here: what follows from a decision is one synchronous turn.
    withClient: async (use) => (client ? use(client) : bringClient().then(use, failed)),
    openBanner: () => withUi((ui) => ui.openBanner()),
    openSettings: (opener) => withUi((ui) => ui.openSettings(opener)),
  };

  const openDue = () => {
    if (core.page.document.prerendering) return; // nobody looks at it yet
    // Meanwhile another tab may have decided, or the client for a browser that objects.
    if (!core.choice && core.config.optional[0]) withUi((ui) => core.choice ?? ui.openBanner());
    // Leftovers with the UI, since a yes that still waits for its proof must be said again.
    else if (core.embeds()[0] || hasLeftovers(core.page)) withUi((ui) => ui);
  };
  core.on('embeds', openDue);
  core.page.window.addEventListener('online', openDue);
  // Behind the core's listener, which reads the choice.
  core.page.document.addEventListener('prerenderingchange', openDue);
  core.on('withdrawal', (before) => {
    // Another tab withdrew, and this one has not needed a client so far.
    if (!client) void loader.withClient(() => core.emit('withdrawal', before));
  });
  definePageElements(core.page, (root) => withUi((ui) => ui.openElement(root)));
  openDue();
  return loader;
}

/** Brings client and UI for a visitor who needs them, once, and opens what is due. */
import type { Core } from './core.ts';
import { SamtyckeError } from './model/errors.ts';
import { hasLeftovers } from './page/leftovers.ts';
import type { Visit } from './visit.ts';

/** Brings the visit: a fetched module, or the one in the same file. */
export type BringVisit = (core: Core) => Visit | Promise<Visit>;

export interface VisitLoader {
  /** True when the client is in the page: then `withClient` acts in the same turn. */
  isHere(): boolean;
  openBanner(): void;
  openSettings(opener?: HTMLElement): void;
  /** Runs `use` with the client; at once when it is here. Resolves to `undefined` when it cannot be fetched. */
  withClient<Result>(use: (client: Visit['client']) => Result): Promise<Result | undefined>;
}

/** Opens the banner and the stand-ins that are due on this page, and brings unsent receipts on their way. */
export function createVisitLoader(core: Core, bring: BringVisit): VisitLoader {
  let visit: Visit | undefined;
  let bringing: Promise<Visit> | undefined;

  const failed = (cause: unknown): undefined => {
    // Fetched again at the next occasion: a visitor without a banner cannot choose.
    bringing = undefined;
    core.report(
      new SamtyckeError(
        'ui-failed',
        'The banner could not be shown; nothing optional runs.',
        cause,
      ),
    );
  };
  const fetchVisit = (): Promise<Visit> => {
    bringing ??= Promise.resolve(bring(core)).then((brought) => {
      visit = brought;
      return brought;
    });
    return bringing;
  };
  const withUi = (use: (ui: Awaited<Visit['ui']>) => void): void => {
    fetchVisit()
      .then(({ ui }) => ui)
      .then(use)
      .catch(failed);
  };
  const loader: VisitLoader = {
    isHere: () => visit !== undefined,
    openBanner: () => withUi((ui) => ui.openBanner()),
    openSettings: (opener) => withUi((ui) => ui.openSettings(opener)),
    // Not through a promise when it is here: what follows from a decision is one synchronous turn.
    withClient: async (use) =>
      visit ? use(visit.client) : fetchVisit().then(({ client }) => use(client), failed),
  };

  const openDue = () => {
    if (!core.choice && core.config.optional.length > 0) loader.openBanner();
    else if (core.embeds().length > 0) withUi(() => {});
  };
  openDue();
  core.on('embeds', openDue);
  core.page.window.addEventListener('online', openDue);
  core.on('withdrawal', (before) => {
    // Another tab withdrew, and this one has not needed a client so far.
    if (!visit) void loader.withClient(() => core.emit('withdrawal', before));
  });
  if (hasLeftovers(core.page)) void loader.withClient(() => {});
  return loader;
}

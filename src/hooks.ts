/** The site's own controls: `data-samtycke="settings | accept | reject | withdraw"` and the hash `#kakinstallningar`. */
import { decideFor } from './api.ts';
import type { Core } from './core.ts';
import type { Loader } from './loader.ts';

const hash = '#kakinstallningar';
const answers: Readonly<Record<string, boolean>> = { accept: true, reject: false, withdraw: false };

/** Listens for clicks on hooks, wherever and whenever they are in the page, and for the hash. */
export function connectHooks(core: Core, loader: Loader): void {
  const { window, document } = core.page;
  document.addEventListener('click', (event) => {
    const hook = (event.target as Partial<Element> | null)?.closest?.<HTMLElement>(
      `:is(a,button)[data-samtycke],a[href$="${hash}"]`,
    );
    if (!hook || event.defaultPrevented) return;
    // A link would move the page to a place that is not there.
    event.preventDefault();
    // Anything else than an answer leads to where every answer can be given.
    const accepted = answers[hook.dataset.samtycke as string];
    if (accepted === undefined) loader.openSettings(hook);
    else void decideFor(core, loader, accepted, event, hook);
  });
  const openByHash = () => {
    if (window.location.hash === hash) loader.openSettings();
  };
  window.addEventListener('hashchange', openByHash);
  openByHash();
}

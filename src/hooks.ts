/** The site's own controls: `data-samtycke="settings | accept | reject | withdraw"` and the hash `#kakinstallningar`. */
import { answerToAll, type Views } from './api.ts';
import type { Client } from './client.ts';

const hash = '#kakinstallningar';

/** Listens for clicks on hooks, wherever and whenever they are in the page, and for the hash. */
export function connectHooks(client: Client, views: Views): void {
  const { window, document } = client.page;
  document.addEventListener('click', (event) => {
    const target = event.target as Partial<Element> | null;
    const hook = target?.closest?.<HTMLElement>(`[data-samtycke], a[href$="${hash}"]`);
    if (!hook || event.defaultPrevented) return;
    const action = hook.dataset.samtycke ?? 'settings';
    // The link would move the page to a place that is not there.
    event.preventDefault();
    if (action === 'settings') views.openSettings(hook);
    else {
      const accepted = action === 'accept';
      client.decide(answerToAll(client, accepted), {
        action: accepted ? 'accept_all' : 'reject_all',
        event,
        notice: {
          // What stood on the site's own control is all that we can vouch for.
          strings: [hook.textContent?.trim() ?? ''],
          layer: 0,
          shownAt: new Date(client.page.now()).toISOString(),
          path: ['hook'],
          lang: document.documentElement.lang || 'sv',
        },
      });
    }
  });
  const openByHash = () => {
    if (window.location.hash === hash) views.openSettings();
  };
  window.addEventListener('hashchange', openByHash);
  openByHash();
}

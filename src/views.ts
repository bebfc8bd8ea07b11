/** Fetches the UI for a visitor who must see it, once, and opens it. */
import type { Views } from './api.ts';
import type { Client } from './client.ts';
import { SamtyckeError } from './model/errors.ts';
import type { Ui } from './ui/mount.tsx';

/** Brings the UI: a fetched module, or the one in the same file. */
export type MountUi = (client: Client) => Promise<Ui>;

/** Opens banner and settings for `client`, and shows the banner and stand-ins that are due now. */
export function createViews(client: Client, mountUi: MountUi): Views {
  let mounting: Promise<Ui> | undefined;
  const withUi = (use: (ui: Ui) => void) => {
    mounting ??= mountUi(client);
    mounting.then(use).catch((cause) => {
      // Fetched again at the next occasion: a visitor without a banner cannot choose.
      mounting = undefined;
      client.report(
        new SamtyckeError(
          'ui-failed',
          'The banner could not be shown; nothing optional runs.',
          cause,
        ),
      );
    });
  };
  const views: Views = {
    openBanner: () => withUi((ui) => ui.openBanner()),
    openSettings: (opener) => withUi((ui) => ui.openSettings(opener)),
  };
  const openDue = () => {
    if (!client.choice && client.config.optional.length > 0) views.openBanner();
    else if (client.embeds().length > 0) withUi(() => {});
  };
  openDue();
  client.on('embeds', openDue);
  client.page.window.addEventListener('online', openDue);
  return views;
}

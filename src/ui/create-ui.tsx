/** Opens and closes banner and settings as the visitor and the client ask for it. */
import type { Client } from '../client.ts';
import type { SweepReport } from '../gate/sweep.ts';
import type { Texts } from '../languages/texts.ts';
import { SamtyckeError } from '../model/errors.ts';
import type { LayerContext } from './layer.ts';
import { newElement } from './new-element.ts';
import { openBanner } from './open-banner.tsx';
import type { OpenSettings } from './open-settings.tsx';
import { addSheet } from './styles.ts';

/** What the entries open the UI with. */
export interface Ui {
  /** Shows the banner unless it is shown. Never moves focus. */
  openBanner(): void;
  /** Opens the settings as a modal dialog; focus returns to `opener` on close. */
  openSettings(opener?: HTMLElement): void;
}

export function createUi(client: Client, t: Texts, body: HTMLElement): Ui {
  const { document } = client.page;
  // In the page before it has anything to say: otherwise screen readers miss the first message.
  const status = newElement(document, 'div', {
    id: 'samtycke-status',
    role: 'status',
    lang: t.lang,
  });
  body.append(status);

  let closeBanner: (() => void) | undefined;
  let settings: OpenSettings | undefined;
  let reported = false;

  const onDecided = () => {
    if (!reported) settings?.close();
    status.textContent = '';
    status.textContent = t.saved;
  };
  const context: LayerContext = { client, t, body, onDecided };

  let noticed = false;
  let styled = false;

  const onDemand = (use: (parts: typeof import('./on-demand.ts')) => void) => {
    import('./on-demand.ts')
      .then((parts) => {
        if (!styled) addSheet(client.page, parts.onDemandCss);
        styled = true;
        use(parts);
      })
      .catch((cause) => {
        // The next occasion tries again.
        noticed = false;
        reported = false;
        client.report(new SamtyckeError('ui-failed', 'The settings did not load.', cause));
      });
  };

  const showSettings = (opener?: Element, use?: (open: OpenSettings) => void) => {
    const path = closeBanner ? ['banner', 'settings'] : ['settings'];
    onDemand(({ openSettings }) => {
      settings ??= openSettings(context, path, opener, () => {
        settings = undefined;
        reported = false;
      });
      use?.(settings);
    });
  };

  const onSweep = (report: SweepReport) => {
    const { left, beyondReach, reloadNeeded } = report;
    // Where the visitor is not looking, only what they must act on is worth a dialog.
    if (!settings && !reloadNeeded && (document.hidden || !(left.length + beyondReach.length)))
      return;
    reported = true;
    // At once where they are open: the visitor may close them in the next moment, and closed they stay.
    if (settings) settings.show(report);
    else showSettings(undefined, (open) => open.show(report));
  };

  client.on('choice', () => {
    closeBanner?.();
    closeBanner = undefined;
  });
  client.on('sweep', onSweep);
  if (client.lastSweep) onSweep(client.lastSweep);
  const noticeEmbeds = () => {
    if (noticed || client.embeds().length === 0) return;
    noticed = true;
    onDemand(({ showEmbedNotices }) => showEmbedNotices(client, t, onDecided));
  };
  client.on('embeds', noticeEmbeds);
  noticeEmbeds();

  return {
    openBanner() {
      closeBanner ??= openBanner(context, showSettings);
    },
    openSettings: showSettings,
  };
}

/** Opens and closes banner and settings as the visitor and the client ask for it. */
import type { SweepReport } from '../gate/sweep.ts';
import { SamtyckeError } from '../model/errors.ts';
import type { DetailedContext } from './detailed-context.ts';
import type { LayerContext } from './layer.ts';
import type { FetchedLanguage } from './load-part.ts';
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
  /** Shows in `root`, an element of ours on a page of the site, what it is for. */
  openElement(root: HTMLElement): void;
}

export function createUi(parts: Omit<LayerContext, 'onDecided'>): Ui {
  const { client, t, load } = parts;
  const { document } = client.page;
  // In the page before it has anything to say: otherwise screen readers miss the first message.
  const status = newElement(document, 'div', {
    id: 'samtycke-status',
    role: 'status',
    lang: t.lang,
  });
  // A framework may have swapped the body since.
  const keepStatus = () => status.isConnected || document.body.append(status);
  keepStatus();

  let closeBanner: (() => void) | undefined;
  let settings: OpenSettings | undefined;
  let reported = false;

  const onDecided = () => {
    keepStatus();
    if (!reported) settings?.close();
    status.textContent = '';
    // With `proof: "before"` it is not in force yet, and something else says so.
    if (!client.pending()) status.textContent = t.saved;
  };
  const context: LayerContext = { ...parts, onDecided };

  let noticed = false;
  let styled = false;

  const onDemand = (
    use: (parts: typeof import('./on-demand.ts'), context: DetailedContext) => void,
  ) => {
    Promise.all([
      import('./on-demand.ts'),
      t.lang === 'sv' ? undefined : load?.(`details-${t.lang as FetchedLanguage}`),
    ])
      .then(([parts, words]) => {
        if (!styled) addSheet(client.page, parts.onDemandCss);
        styled = true;
        use(parts, parts.detailedContext(context, words?.details));
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
    onDemand(({ openSettings }, detailed) => {
      settings ??= openSettings(detailed, path, opener, () => {
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

  const onAnswer = () => {
    closeBanner?.();
    closeBanner = undefined;
  };
  client.on('choice', onAnswer);
  client.on('waiting', () => {
    if (client.pending()) onAnswer();
  });
  if (client.config.proof) void load?.('rare').then((part) => part.watchWaiting?.(context));
  client.on('sweep', onSweep);
  if (client.lastSweep) onSweep(client.lastSweep);
  const noticeEmbeds = () => {
    if (noticed || client.embeds().length === 0) return;
    noticed = true;
    onDemand(({ showEmbedNotices }, detailed) => showEmbedNotices(detailed));
  };
  client.on('embeds', noticeEmbeds);
  noticeEmbeds();

  const ui: Ui = {
    openBanner() {
      if (client.pending() || client.silent) return;
      closeBanner ??= openBanner(context, showSettings, (isLost) => {
        onAnswer();
        // Made anew: `document.open()` has taken the handlers of the old one along.
        if (isLost) ui.openBanner();
      });
    },
    openSettings: showSettings,
    openElement: (root) => onDemand(({ openElement }, detailed) => openElement(detailed, root)),
  };
  return ui;
}

import { render } from 'preact';
import type { SweepReport } from '../gate/sweep.ts';
import { answerIn } from './answers.ts';
import type { DetailedContext } from './detailed-context.ts';
import { focusNear, focusOn } from './focus.ts';
import { answering, keepEqual } from './layer.ts';
import { newElement } from './new-element.ts';
import { newNotice } from './notice.ts';
import { Settings } from './Settings.tsx';

export interface OpenSettings {
  /** Puts what a withdrawal did in place of the choices. */
  show(report: SweepReport): void;
  close(): void;
}

/** Shows the settings as a modal dialog. `onClose` is called however it is closed. */
export function openSettings(
  context: DetailedContext,
  path: readonly string[],
  opener: Element | null | undefined,
  onClose: () => void,
): OpenSettings {
  const { client, t } = context;
  const { document } = client.page;
  const root = newElement(document, 'dialog', {
    id: 'samtycke-settings',
    'aria-labelledby': 'samtycke-settings-title',
    closedby: 'any', // a click beside it closes, as Escape does: nothing is saved
    lang: t.lang,
    'data-nosnippet': '',
    'data-turbo-temporary': '',
  });
  const returnTo = opener ?? document.activeElement;
  const { answer, ...toAll } = answering(context, newNotice(client.page, root, 2, path));
  const onSave = answer(() => answerIn(root), 'save');

  const draw = (report?: SweepReport) => {
    render(
      <Settings context={context} report={report} {...toAll} onSave={onSave} onClose={close} />,
      root,
    );
    root.scrollTop = 0; // at 400 % what is new would be out of sight
    // The title, not the first control: a screen reader starts with what this is (APG, modal dialog).
    focusOn(root.querySelector('h2') as HTMLElement);
  };
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    stop();
    root.close();
    root.remove();
    onClose();
    focusNear(document, returnTo === document.body ? null : returnTo);
  };

  document.body.prepend(root);
  root.addEventListener('close', close);
  root.showModal();
  draw();
  // Taken out by a tool of the visitor, or with the page by a framework: it can be opened again.
  const stop = keepEqual(client, root, () => root.isConnected || close());
  return { show: draw, close };
}

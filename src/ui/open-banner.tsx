import { render } from 'preact';
import { Banner } from './Banner.tsx';
import { focusNear } from './focus.ts';
import { keepFocusVisible } from './keep-focus-visible.ts';
import { answering, keepEqual, type LayerContext } from './layer.ts';
import { newElement } from './new-element.ts';
import { newsFor } from './news.ts';
import { newNotice } from './notice.ts';

/**
 * Shows the banner: not modal, since a site may not be blocked before a choice
 * (PTS 2022, LAW 7), and first in the page, so that a keyboard meets it first.
 * Returns what takes it away at once; `onGone` is called when somebody else has, `isLost` with the whole page.
 */
export function openBanner(
  context: LayerContext,
  onCustomise: (opener: Element) => void,
  onGone: (isLost: boolean) => void,
): () => void {
  const { client, t } = context;
  const { document } = client.page;
  const root = newElement(document, 'div', {
    id: 'samtycke-consent',
    class: `samtycke-${client.config.ui?.placement ?? 'bar'}`,
    role: 'region',
    'aria-labelledby': 'samtycke-title',
    popover: 'manual',
    lang: t.lang,
    'data-nosnippet': '',
    'data-turbo-temporary': '', // a copy of it in Turbo's cache would be dead
  });
  let cameFrom: Element | null = null;
  root.addEventListener('focusin', ({ relatedTarget }) => {
    if (!root.contains(relatedTarget as Node | null)) cameFrom = relatedTarget as Element | null;
  });

  render(
    <Banner
      config={client.config}
      news={newsFor(client.config, t, client.lastChoice)}
      t={t}
      {...answering(context, newNotice(client.page, root, 1, ['banner']))}
      onCustomise={(event) => onCustomise(event.currentTarget as Element)}
    />,
    root,
  );
  // The top layer: no z-index of the site's covers it. Browsers before 2024 have position: fixed. Not above a
  // modal dialog of the site's: there it could be seen, cover the way out of the dialog, and take no click.
  const raise = () => {
    if (root.showPopover && !document.querySelector('dialog:modal,#samtycke-consent:popover-open'))
      root.showPopover();
  };
  document.body.prepend(root);
  raise();
  const neighbour = root.nextElementSibling;
  document.addEventListener('close', raise, true);
  const room = keepFocusVisible(root);
  const stop = keepEqual(client, root, () => {
    // Gone with what stood beside it: a framework has swapped the page. Who takes it out alone wants it gone.
    if (root.isConnected) room.update();
    else onGone(!neighbour?.isConnected);
  });

  return () => {
    const hadFocus = root.contains(document.activeElement);
    stop();
    room.release();
    document.removeEventListener('close', raise, true);
    root.remove();
    if (hadFocus) focusNear(document, cameFrom);
  };
}

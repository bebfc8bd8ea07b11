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
 * Returns what takes it away at once.
 */
export function openBanner(
  context: LayerContext,
  onCustomise: (opener: Element) => void,
): () => void {
  const { client, t, body } = context;
  const { document } = client.page;
  const root = newElement(document, 'div', {
    id: 'samtycke-consent',
    role: 'region',
    'aria-labelledby': 'samtycke-title',
    popover: 'manual',
    lang: t.lang,
    'data-nosnippet': '',
  });
  let cameFrom: Element | null = null;
  root.addEventListener('focusin', ({ relatedTarget }) => {
    if (!root.contains(relatedTarget as Node | null)) cameFrom = relatedTarget as Element | null;
  });

  body.prepend(root);
  render(
    <Banner
      config={client.config}
      news={newsFor(client.config, t, client.lastChoice)}
      t={t}
      {...answering(context, root, newNotice(client.page, root, 1, ['banner']))}
      onCustomise={(event) => onCustomise(event.currentTarget as Element)}
    />,
    root,
  );
  // The top layer: no z-index of the site's covers it. Browsers before 2024 have position: fixed.
  root.showPopover?.();
  const room = keepFocusVisible(root);
  const stop = keepEqual(client, root, room.update);

  return () => {
    const hadFocus = root.contains(document.activeElement);
    stop();
    room.release();
    root.remove();
    if (hadFocus) focusNear(document, cameFrom);
  };
}

/**
 * What only some visitors see: the settings, the stand-ins of a page with
 * embeds, and the way to the receipts and the declaration. A file of its own,
 * fetched when it is needed; the banner is not kept waiting for it.
 */
import { serviceChoiceCss } from './service-choice-css.ts';
import { onDemandCss as css } from './styles-on-demand.ts';

export { detailedContext } from './detailed-context.ts';
export { showEmbedNotices } from './embed-notices.tsx';
export { openElement } from './open-element.ts';
export { openSettings } from './open-settings.tsx';

export const onDemandCss = css + serviceChoiceCss;

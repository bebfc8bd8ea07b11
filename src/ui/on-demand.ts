/**
 * What only some visitors see: the settings, the stand-ins of a page with
 * embeds, and the way to the receipts. A file of its own, fetched when it is needed; the banner is not kept
 * waiting for it.
 */
export { showEmbedNotices } from './embed-notices.tsx';
export { openReceipts } from './open-receipts.ts';
export { openSettings } from './open-settings.tsx';
export { onDemandCss } from './styles-on-demand.ts';

/** The UI module's one export: puts banner, settings and stand-ins on the page for a client. */
import type { Client } from '../client.ts';
import { createUi, type Ui } from './create-ui.tsx';
import { textsFor } from './language.ts';
import type { LoadPart } from './load-part.ts';
import { addStyles } from './styles.ts';

export type { LoadPart, Ui };

/**
 * Mounts the UI for `client` in a page that has a `<body>`; resolves when it can be opened (the
 * language is there). Swedish is inside; `load` fetches any other language, and the receipts.
 */
export async function mount(client: Client, load?: LoadPart): Promise<Ui> {
  const t = await textsFor(client, load);
  addStyles(client.page);
  return createUi({ client, t: client.underSignal?.(t) ?? t, load });
}

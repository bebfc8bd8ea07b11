/** The UI module's one export: puts banner, settings and stand-ins on the page for a client. */
import type { Client } from '../client.ts';
import { bodyOf } from '../page/body-of.ts';
import { createUi, type Ui } from './create-ui.tsx';
import { type LoadTexts, textsFor } from './language.ts';
import { addStyles } from './styles.ts';

export type { LoadTexts, Ui };

/**
 * Mounts the UI for `client`; resolves when it can be opened (the language is
 * there, `<body>` exists). Swedish is inside; `loadTexts` fetches any other language.
 */
export async function mount(client: Client, loadTexts?: LoadTexts): Promise<Ui> {
  const t = await textsFor(client, loadTexts);
  const body = await bodyOf(client.page);
  addStyles(client.page);
  return createUi(client, t, body);
}

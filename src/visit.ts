/** What a visitor who must see something, or decides something, needs besides the head: client and UI. */
import { type Client, createClient } from './client.ts';
import type { Core } from './core.ts';
import type { Texts } from './languages/texts.ts';
import { mount, type Ui } from './ui/mount.tsx';

export interface Visit {
  readonly client: Client;
  /** Comes when there is a `<body>` and the texts of the language. */
  readonly ui: Promise<Ui>;
}

/** Starts client and UI over `core`; `fetchTexts` gives the module of a language other than Swedish. */
export function createVisit(
  core: Core,
  fetchTexts: (language: string) => Promise<Record<string, Texts>>,
): Visit {
  const client = createClient(core);
  const ui = mount(client, async (language) => (await fetchTexts(language))[language] as Texts);
  return { client, ui };
}

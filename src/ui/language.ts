/** Which language the visitor gets: always one whole language, never a mixture (LAW 64). */
import type { Client } from '../client.ts';
import { sv } from '../languages/sv.ts';
import type { Texts } from '../languages/texts.ts';
import { SamtyckeError } from '../model/errors.ts';
import { languageFor } from '../model/language.ts';
import type { LoadPart } from './load-part.ts';

/** The texts of the configured language or the page's own; Swedish when they cannot be fetched. */
export async function textsFor(client: Client, load?: LoadPart): Promise<Texts> {
  const { config, page } = client;
  const language = languageFor(config.language, page.document.documentElement.lang);
  if (language === sv.lang || !load) return sv;
  try {
    return (await load(language))[language] ?? sv;
  } catch (cause) {
    client.report(new SamtyckeError('ui-failed', `"${language}" did not load.`, cause));
    return sv;
  }
}

/** Which language the visitor gets: always one whole language, never a mixture (LAW 64). */
import type { Client } from '../client.ts';
import { sv } from '../languages/sv.ts';
import type { Texts } from '../languages/texts.ts';
import { SamtyckeError } from '../model/errors.ts';
import { type Language, languageFor } from '../model/language.ts';

/** Fetches the module of a language other than Swedish; it exports the texts under the language's name. */
export type LoadTexts = (language: Language) => Promise<{ readonly [Name in Language]?: Texts }>;

/** The texts of the configured language or the page's own; Swedish when they cannot be fetched. */
export async function textsFor(client: Client, loadTexts?: LoadTexts): Promise<Texts> {
  const { config, page } = client;
  const language = languageFor(config.language, page.document.documentElement.lang);
  if (language === sv.lang || !loadTexts) return sv;
  try {
    return (await loadTexts(language))[language] ?? sv;
  } catch (cause) {
    client.report(
      new SamtyckeError(
        'ui-failed',
        `The texts in "${language}" did not load: it is Swedish.`,
        cause,
      ),
    );
    return sv;
  }
}

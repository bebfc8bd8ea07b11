/** Which language the visitor gets: always one whole language, never a mixture (LAW 64). */
import type { Client } from '../client.ts';
import { languageFor } from '../languages/language-for.ts';
import { withOwnTexts } from '../languages/own-texts.ts';
import { sv } from '../languages/sv.ts';
import type { Texts } from '../languages/texts.ts';
import { SamtyckeError } from '../model/errors.ts';
import type { LoadPart } from './load-part.ts';

/**
 * The texts of the configured language or the page's own, with the site's own words in their
 * place; Swedish when they cannot be fetched.
 */
export async function textsFor(client: Client, load?: LoadPart): Promise<Texts> {
  const { config, page } = client;
  const language = languageFor(config.language ?? page.document.documentElement.lang);
  let t: Texts = sv;
  if (language !== 'sv' && load) {
    try {
      t = (await load(language))[language] ?? sv;
    } catch (cause) {
      client.report(new SamtyckeError('ui-failed', `"${language}" did not load.`, cause));
    }
  }
  const { refusal, texts } = config.ui ?? {};
  t = withOwnTexts(t, texts?.[t.lang]);
  return refusal === 'nodvandiga' ? { ...t, reject: t.onlyNecessary } : t;
}

import { categoryTexts } from '../declaration/category-texts.ts';
import { SamtyckeError } from '../model/errors.ts';
import type { DetailedContext } from './detailed-context.ts';
import type { FetchedLanguage } from './load-part.ts';

/** Fetches "Mina kvitton" and shows it in `root`. */
export async function openReceipts(
  { client, t, language, load, serviceTexts, inOwnWords }: DetailedContext,
  root: HTMLElement,
): Promise<void> {
  const { config } = client;
  try {
    const [part, words] = await Promise.all([
      load?.('receipts'),
      t.lang === 'sv' ? undefined : load?.(`receipts-${t.lang as FetchedLanguage}`),
    ]);
    part?.showMyReceipts?.(root, {
      client,
      t,
      language,
      words: words?.receiptTexts,
      inOwnWords: (texts) => inOwnWords(texts, 'myReceipts'),
      categoryOf: (id) => categoryTexts(config, t, id),
      serviceOf: (id) => {
        const known = config.services.find((service) => service.id === id);
        return serviceTexts(known ?? { id, category: '' });
      },
    });
  } catch (cause) {
    client.report(new SamtyckeError('ui-failed', 'The receipts did not load.', cause));
  }
}

import { categoryTexts } from '../declaration/category-texts.ts';
import { servicesOf } from '../declaration/services-of.ts';
import { SamtyckeError } from '../model/errors.ts';
import type { DetailedContext } from './detailed-context.ts';

/** Fetches the declaration and shows it in `root`. */
export async function openDeclaration(
  { client, t, load, language, serviceTexts }: DetailedContext,
  root: HTMLElement,
): Promise<void> {
  const { config, page } = client;
  try {
    const { showDeclaration } = (await load?.('declaration')) ?? {};
    showDeclaration?.(page, root, {
      ...language,
      config,
      t,
      categoryOf: (id) => categoryTexts(config, t, id),
      servicesOf: (id) => servicesOf(config, language.d, id),
      textsOf: serviceTexts,
    });
  } catch (cause) {
    client.report(new SamtyckeError('ui-failed', 'The declaration did not load.', cause));
  }
}

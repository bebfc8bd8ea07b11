/** Says in the console which tagged elements wait for something that the site never asks about. */
import { isPutAway } from './gate/embeds.ts';
import { taggedElements, tagOf } from './gate/tagged-elements.ts';
import type { Config } from './model/config.ts';
import type { Page } from './page/page.ts';

/** One console warning for each held element whose tag no answer can release: mostly a slip of the pen. */
export function explainTags({ document }: Page, config: Config): void {
  const known = ['necessary', ...config.optional, ...config.services.map(({ id }) => id)];
  for (const element of document.querySelectorAll(taggedElements)) {
    // Anything else may have a `data-category` of the site's own, and is left alone.
    if (!element.matches('script,template') && !isPutAway(element)) continue;
    const { category, categories = [category], service = '' } = tagOf(element);
    const unknown = categories
      .map((name) => name || service)
      .filter((name) => !known.includes(name));
    if (unknown.length === 0) continue;
    console.warn(
      `samtycke: "${unknown.join('", "')}" is no category or service of the configuration, so this ${element.localName} is never released. Write one of ${known.join(', ')}.`,
      element,
    );
  }
}

import type { Notice } from '../model/notice.ts';
import type { Page } from '../page/page.ts';

const elementsAndTexts = 1 | 4; // NodeFilter.SHOW_ELEMENT | SHOW_TEXT
const accept = 1;
const reject = 2;

/**
 * Every string that `root` shows, in order, with each box as it stood at first:
 * read from the page itself, so that the receipt proves what was really there
 * (EDPB 05/2020: how, when and what information). What is folded away in a
 * `<details>` is left out: the receipt names the configuration it comes from.
 */
export function stringsIn(root: Element): string[] {
  const strings: string[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, elementsAndTexts, (node) =>
    (node as Element).matches?.('details > :not(summary)') ? reject : accept,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text =
      'defaultChecked' in node ? (node.defaultChecked ? '[x]' : '[ ]') : node.nodeValue?.trim();
    if (text) strings.push(text);
  }
  return strings;
}

/** Notes the time when something is shown; returns what makes the notice at the decision. */
export function newNotice(
  page: Page,
  root: HTMLElement,
  layer: Notice['layer'],
  path: readonly string[],
): () => Notice {
  const shownAt = new Date(page.now()).toISOString();
  return () => ({ strings: stringsIn(root), layer, shownAt, path, lang: root.lang });
}

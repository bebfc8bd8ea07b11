/** Keeps tagged scripts for the next page, where the policy of this one refuses what they need. */
import { tagAttributes } from '../gate/tag-attributes.ts';

/** Matches whatever has a tag, a held script's `data-name` among them. */
export const keptTags = `:is(${tagAttributes},[data-name])`;

interface Parts {
  readonly document: Document;
  readonly window: Pick<Window & typeof globalThis, 'MutationObserver'>;
}

/**
 * Answers what to call when the page is shut to something that was accepted, and when it no longer is. An inline
 * snippet would run, and its library not; so nothing starts that the gate has not let go yet. It starts scripts a
 * moment after it opens, and looks for this type when it has their turn.
 *
 * `tags` matches what has a tag. Walls in the header send this function as a text: it knows nothing but its arguments.
 */
export function keepForNextPage(
  { document, window }: Parts,
  tags: string,
): (isShut: boolean) => void {
  const held = 'text/plain';
  const kept = 'text/next-page';
  const retype = (from: string, to: string) => {
    for (const script of document.querySelectorAll<HTMLScriptElement>(
      `script[type="${from}"]${tags}`,
    )) {
      script.type = to;
    }
  };
  // For what a page without reloads inserts while the visitor lets it wait.
  const observer = new window.MutationObserver(() => retype(held, kept));
  return (isShut) => {
    observer.disconnect();
    if (isShut) {
      retype(held, kept);
      observer.observe(document, { childList: true, subtree: true });
    } else retype(kept, held);
  };
}

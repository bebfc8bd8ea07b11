/**
 * Markup that scripts hand to the browser as text: `innerHTML` and its friends, `document.write`. What is
 * parsed into a document without a window (`DOMParser`) loads nothing until it is inserted.
 */
import type { ParseInert } from '../page/inert-markup.ts';
import type { HoldRules } from './hold-rules.ts';
import type { Native, Traps } from './patches.ts';
import { taggedElements } from './tagged-elements.ts';
import type { Trust } from './trusted-types.ts';
import type { Untagged } from './untagged-elements.ts';

/** Elements whose content is text for a parser. */
const rawText = /^(script|style|textarea|title|xmp|iframe|no\w+)$/;

/** Stands in every text with an element that has a tag. */
const tagMarks = /data-(category|service|cookie|purpose|name)|optanon-category/i;

export function htmlTraps(
  { mayHold }: HoldRules,
  parse: ParseInert,
  { sweep }: Untagged,
  trust: Trust,
  after: () => void,
  onTagged: () => void,
  lookAt: (nodes: Iterable<Element>) => void,
): Traps {
  /** Puts markup with what must wait tagged in its place; leaves it, to the byte, when there is nothing. */
  const handler = (at: number): ProxyHandler<Native> => ({
    apply(native, self: Element, args) {
      // All that is written is one text for the parser.
      const parts = at < 0 ? args : [args[at]];
      const text = parts.join('');
      if (mayHold(text) && !rawText.test(self.localName)) {
        const parsed = parse(parts[1] ? text : parts[0]);
        if (sweep(parsed.root)) {
          parts.splice(0);
          args[Math.max(0, at)] = trust('createHTML', parsed.text());
        }
      }
      const place = (self.parentNode ?? self) as Partial<ParentNode>;
      const result = Reflect.apply(native, self, args);
      if (/<iframe/i.test(text)) after();
      if (/<iframe/i.test(text)) after();
      // The parser makes shadow roots by itself.
      if (/shadowr/i.test(text)) lookAt(((result ?? self) as Element).querySelectorAll('*'));
      if (tagMarks.test(text) && place.querySelector?.(taggedElements)) onTagged();
      return result;
    },
  });
  return {
    'Element ShadowRoot Range Document': {
      'innerHTML outerHTML setHTML setHTMLUnsafe parseHTMLUnsafe createContextualFragment':
        handler(0),
      insertAdjacentHTML: handler(1),
      execCommand: handler(2),
      'write writeln': handler(-1),
    },
  };
}

/** Nodes that scripts insert: what was made where nothing is guarded is looked at before it goes live. */
import type { HoldRules } from './hold-rules.ts';
import { lookingAt, type Native, type Traps } from './patches.ts';
import { loadingAttributes, type Untagged } from './untagged-elements.ts';

export function insertionTraps(
  { sweep }: Untagged,
  { byUrls }: HoldRules,
  after: () => void,
  onShadow: (root: ShadowRoot) => void,
): Traps {
  const handler = (isOne: boolean): ProxyHandler<Native> => ({
    // Everything in one function: at most one call of ours for a node that is inserted.
    apply(native, self: Partial<Element>, args) {
      let concerns = false;
      for (let i = 0; i < args.length; i++) {
        const node = args[i] as Element & Text;
        if (
          node?.firstElementChild ||
          loadingAttributes.has(node?.localName) ||
          // What is put into something that does not show is looked at when that is inserted.
          (self.isConnected !== false && node?.hasAttribute?.('style'))
        ) {
          sweep(node);
          concerns = true;
        } else if (!node?.localName && self.localName === 'style') {
          if (typeof node === 'string') args[i] = byUrls(node)[1];
          else node.data = byUrls(node.data)[1];
        }
        if (isOne && typeof node === 'object') break; // the second one stands in the page
      }
      const result = Reflect.apply(native, self, args);
      if (concerns) after();
      return result;
    },
  });
  return {
    Element: {
      attachShadow: lookingAt(onShadow),
    },
    'Node Element CharacterData Document DocumentFragment Range': {
      'appendChild insertBefore replaceChild insertAdjacentElement insertNode surroundContents adoptNode importNode':
        handler(true),
      'append prepend replaceChildren before after replaceWith': handler(false),
    },
    'Document HTMLTableElement': { 'body caption tHead tFoot': handler(true) },
  };
}

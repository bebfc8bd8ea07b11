/** Nodes that scripts insert: what was made where nothing is guarded is looked at before it goes live. */
import { lookingAt, type Native, type Traps } from './patches.ts';
import { loadingAttributes, type Untagged } from './untagged-elements.ts';

export function insertionTraps(
  { sweep }: Untagged,
  after: () => void,
  onShadow: (root: ShadowRoot) => void,
): Traps {
  const handler = (isOne: boolean): ProxyHandler<Native> => ({
    // Everything in one function: at most one call of ours for a node that is inserted.
    apply(native, self: Partial<Node>, args) {
      let concerns = false;
      for (const node of args as Element[]) {
        if (
          node?.firstElementChild ||
          loadingAttributes.has(node?.localName) ||
          // What is put into something that does not show is looked at when that is inserted.
          (self.isConnected !== false && node?.hasAttribute?.('style'))
        ) {
          sweep(node);
          concerns = true;
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

/** Nodes that scripts insert: what was made where nothing is guarded is looked at before it goes live. */
import type { Native, Patches, Realm } from './patches.ts';
import { loadingAttributes, type Untagged } from './untagged-elements.ts';

const one =
  'appendChild insertBefore replaceChild insertAdjacentElement insertNode surroundContents';
const many = 'append prepend replaceChildren before after replaceWith';

export function guardInsertions(
  patches: Patches,
  realm: Realm,
  { sweep }: Untagged,
  after: () => void,
): void {
  const { Node, Element, CharacterData, Document, DocumentFragment, Range } = realm;
  const handler = (isOne: boolean): ProxyHandler<Native> => ({
    // Everything in one function: at most one call of ours for a node that is inserted.
    apply(native, self, args) {
      let concerns = false;
      for (const node of args as Element[]) {
        if (node?.firstElementChild || loadingAttributes.has(node?.localName)) {
          sweep(node);
          concerns = true;
        }
        if (isOne && node?.nodeType) break; // the second one stands in the page
      }
      const result = Reflect.apply(native, self, args);
      if (concerns) after();
      return result;
    },
  });
  for (const owner of [Node, Element, CharacterData, Document, DocumentFragment, Range]) {
    patches.replace(owner, one, 'value', handler(true));
    patches.replace(owner, many, 'value', handler(false));
  }
}

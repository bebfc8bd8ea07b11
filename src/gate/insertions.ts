/** Nodes that scripts insert: what was made where nothing is guarded is looked at before it goes live. */
import type { Patches, Realm } from './patches.ts';
import { loadingAttributes, type Untagged } from './untagged-elements.ts';

const methods =
  'appendChild insertBefore replaceChild insertAdjacentElement insertNode surroundContents append prepend replaceChildren before after replaceWith';

export function guardInsertions(
  patches: Patches,
  realm: Realm,
  { sweep }: Untagged,
  after: () => void,
): void {
  const { Node, Element, CharacterData, Document, DocumentFragment, Range } = realm;
  for (const owner of [Node, Element, CharacterData, Document, DocumentFragment, Range]) {
    patches.replace(owner, methods, 'value', {
      // Everything in one function: at most one call of ours for a node that is inserted.
      apply(native, self, args) {
        let concerns = false;
        for (const node of args as Element[]) {
          if (node?.firstElementChild || loadingAttributes.has(node?.localName)) {
            sweep(node);
            concerns = true;
          }
          // Those that take any number of nodes say that they take none; the second node of the
          // others stands in the page.
          if (native.length && node?.nodeType) break;
        }
        const result = Reflect.apply(native, self, args);
        if (concerns) after();
        return result;
      },
    });
  }
}

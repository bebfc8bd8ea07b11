/** Addresses that scripts give to elements, as properties or as attributes. */
import type { HoldRules } from './hold-rules.ts';
import type { Native, Patches, Realm } from './patches.ts';
import { loadingAttributes, type Untagged } from './untagged-elements.ts';

export function guardUrlProperties(
  patches: Patches,
  realm: Realm,
  { holdValue, heldValue }: Untagged,
  rules: HoldRules,
): void {
  for (const [name, attributes] of loadingAttributes) {
    // Some share a class, audio and video one above theirs: a second guard of the same does no harm.
    const own = realm.document.createElement(name as string).constructor;
    for (const attribute of attributes.split(' ')) {
      for (const owner of [own, Object.getPrototypeOf(own)]) {
        patches.hold<Element>(
          owner,
          attribute,
          (self, [value]) => holdValue(self, attribute, value),
          'set',
        );
        patches.hold<Element>(owner, attribute, (self) => heldValue(self, attribute), 'get');
      }
    }
  }
  patches.replace(realm, 'Audio', 'value', {
    construct(native, [url], target: Native) {
      const audio = Reflect.construct(native, [], target);
      if (url !== undefined) audio.src = url;
      return audio;
    },
  });
  const { Element } = realm;
  patches.hold<Element>(Element, 'setAttribute setAttributeNS', (self, args) => {
    const at = args.length - 1; // behind the name, and with NS its namespace
    if (args[at - 1] === 'style') args[at] = rules.byUrls(String(args[at]))[1];
    return holdValue(self, args[at - 1], args[at]);
  });
  patches.hold<Element>(Element, 'setAttributeNode setAttributeNodeNS', (self, [node]) =>
    holdValue(self, (node as Attr).name, (node as Attr).value),
  );
}

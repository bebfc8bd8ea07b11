/** Addresses that scripts give to elements, as properties or as attributes. */
import type { HoldRules } from './hold-rules.ts';
import type { Patches, Realm } from './patches.ts';
import { loadingAttributes, type Untagged } from './untagged-elements.ts';

export function guardUrlProperties(
  patches: Patches,
  realm: Realm,
  { holdValue, heldValue }: Untagged,
  { byUrls }: HoldRules,
): void {
  for (const [name, attributes] of loadingAttributes) {
    // Some share a class, audio and video one above theirs: a second guard of the same does no harm.
    const own = realm.document.createElement(name as string).constructor.prototype;
    for (const attribute of attributes.split(' ')) {
      for (const owner of [own, Object.getPrototypeOf(own)]) {
        patches.replace(
          owner,
          attribute,
          (self, [value]) => holdValue(self, attribute, value),
          'set',
        );
        patches.replace(owner, attribute, (self) => heldValue(self, attribute), 'get');
      }
    }
  }
  patches.put(realm, {
    window: {
      Audio(native, args) {
        const [url] = args.splice(0);
        if (url === undefined) return undefined;
        const audio = new native();
        audio.src = url;
        return [audio];
      },
    },
    Element: {
      'setAttribute setAttributeNS': (self, args) => {
        const at = args.length - 1; // behind the name, and with NS its namespace
        if (args[at - 1] === 'style') args[at] = byUrls(String(args[at]))[1];
        return holdValue(self, args[at - 1], args[at]);
      },
      'setAttributeNode setAttributeNodeNS': (self, [{ name, value }]) =>
        holdValue(self, name, value),
    },
    Attr: {
      value: ({ ownerElement, name }, [value]) =>
        ownerElement && holdValue(ownerElement, name, value),
    },
  });
}

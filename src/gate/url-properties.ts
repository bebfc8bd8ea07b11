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
  /** Through the trap of its value. */
  const clean = (attribute: Attr): undefined => {
    if (attribute.name === 'style') attribute.value += '';
  };
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
      'setAttributeNode setAttributeNodeNS': (self, [attribute]) => {
        clean(attribute);
        return holdValue(self, attribute.name, attribute.value);
      },
    },
    NamedNodeMap: {
      'setNamedItem setNamedItemNS': (_, [attribute]) => clean(attribute),
    },
    Attr: {
      value({ ownerElement, name }, args) {
        if (name === 'style') args[0] = byUrls(String(args[0]))[1];
        return ownerElement && holdValue(ownerElement, name, args[0]);
      },
    },
  });
}

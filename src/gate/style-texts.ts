/** Style sheets and styles that scripts write: what they would fetch from a held host is left out. */
import type { HoldRules } from './hold-rules.ts';
import type { Patches, Realm } from './patches.ts';

/** Properties whose value may be an address that is fetched. Chromium has no functions behind them, so it gets some. */
const fetching =
  'background background-image border-image border-image-source list-style list-style-image cursor content filter backdrop-filter clip-path shape-outside mask mask-image -webkit-mask -webkit-mask-image -webkit-mask-box-image -webkit-mask-box-image-source -webkit-border-image -webkit-box-reflect';

export function guardStyles(patches: Patches, realm: Realm, { byUrls }: HoldRules): void {
  const clean = (_: unknown, args: unknown[]): undefined => {
    for (const i in args) {
      const [found, text] = byUrls(String(args[i]));
      if (found) args[i] = text;
    }
  };
  patches.put(realm, {
    window: {
      FontFace(native, [family, source]) {
        if (!byUrls(String(source))[0]) return undefined;
        const face = new native(family, 'local("")');
        // A page that waits for it goes on with the next best, as when the font is slow.
        face.load = () => Promise.resolve(face);
        return [face];
      },
    },
    'CSSStyleSheet CSSGroupingRule CSSStyleRule CSSStyleDeclaration': {
      'insertRule addRule replace replaceSync setProperty cssText': clean,
    },
    'HTMLElement SVGElement MathMLElement': { style: clean },
    StylePropertyMap: { 'set append': clean },
  });
  // Everything else has these too, and much more often: a style element gets its own to be guarded.
  for (const [{ prototype }, name] of [
    [realm.Node, 'textContent'],
    [realm.Element, 'innerHTML'],
  ] as const) {
    patches.replace(
      realm.HTMLStyleElement.prototype,
      name,
      clean,
      'set',
      Object.getOwnPropertyDescriptor(prototype, name),
    );
  }
  // Named as the browser has it: `CSSStyleProperties`, `CSS2Properties` or `CSSStyleDeclaration`.
  const owner = Object.getPrototypeOf(new realm.Image().style);
  for (const name of fetching.split(' ')) {
    const inCode = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const otherwise = realm.CSS.supports(name, 'inherit') && {
      configurable: true,
      enumerable: true,
      get(this: CSSStyleDeclaration) {
        return this.getPropertyValue(name);
      },
      set(this: CSSStyleDeclaration, value: string) {
        this.setProperty(name, value);
      },
    };
    for (const written of new Set([name, inCode, inCode.replace('W', 'w')])) {
      patches.replace(owner, written, clean, 'set', otherwise);
    }
  }
}

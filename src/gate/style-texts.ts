/** Style sheets and styles that scripts write: what they would fetch from a held host is left out. */
import type { HoldRules } from './hold-rules.ts';
import type { Patches, Realm } from './patches.ts';

export function guardStyleTexts(patches: Patches, realm: Realm, rules: HoldRules): void {
  const { CSSStyleSheet, CSSStyleDeclaration, HTMLElement } = realm;
  const clean = (_: unknown, args: unknown[]): undefined => {
    for (const i in args) {
      if (typeof args[i] === 'string') args[i] = rules.byUrls(args[i])[1];
    }
  };
  patches.hold(CSSStyleSheet, 'insertRule replace replaceSync', clean);
  patches.hold(CSSStyleDeclaration, 'setProperty', clean);
  patches.hold(CSSStyleDeclaration, 'cssText', clean, 'set');
  patches.hold(HTMLElement, 'style', clean, 'set');
}

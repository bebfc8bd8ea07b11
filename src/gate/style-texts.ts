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
  for (const owner of [CSSStyleSheet, CSSStyleDeclaration, HTMLElement]) {
    patches.hold(owner, 'insertRule replace replaceSync setProperty', clean);
    patches.hold(owner, 'cssText style', clean, 'set');
  }
}

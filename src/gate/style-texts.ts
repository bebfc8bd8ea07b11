/** Style sheets and styles that scripts write: what they would fetch from a held host is left out. */
import type { HoldRules } from './hold-rules.ts';
import type { Traps } from './patches.ts';

export function styleTraps({ byUrls }: HoldRules): Traps {
  const clean = (_: unknown, args: unknown[]): undefined => {
    for (const i in args) if (typeof args[i] === 'string') args[i] = byUrls(args[i])[1];
  };
  return {
    window: {
      FontFace(native, [family, source]) {
        if (!byUrls(String(source))[0]) return undefined;
        const face = new native(family, 'local("")');
        // A page that waits for it goes on with the next best, as when the font is slow.
        face.load = () => Promise.resolve(face);
        return [face];
      },
    },
    'CSSStyleSheet CSSStyleDeclaration HTMLElement': {
      'insertRule replace replaceSync setProperty cssText style': clean,
    },
  };
}

/** Frames of the site's own origin: each has its own, clean functions of the browser. */
import { lookingAt, type Realm, type Traps } from './patches.ts';

/** Guards the windows of all frames that can be reached, and those that a script asks for. */
export function guardFrames(
  realm: Realm,
  install: (realm: Realm) => void,
): { traps: Traps; lookAtFrames(): void } {
  // A window object outlives the documents in it, its constructors do not.
  const guarded = new WeakSet<object>();

  function guard(frame: Realm): void {
    try {
      if (guarded.has(frame) || guarded.has(frame.Element)) return;
      guarded.add(frame.Element);
      install(frame);
    } catch {
      guarded.add(frame); // another origin: what is in there is out of reach, and asking is dear
    }
  }
  return {
    traps: {
      'HTMLIFrameElement HTMLObjectElement HTMLEmbedElement': {
        // One in a shadow root is not among the frames of the window.
        'contentWindow contentDocument getSVGDocument': lookingAt((found?: Realm & Document) => {
          if (found) guard((found.window ?? found.defaultView) as Realm);
        }),
      },
    },
    lookAtFrames() {
      for (let i = 0; i < realm.length; i++) guard(realm[i] as Realm);
    },
  };
}

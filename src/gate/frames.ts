/** Frames of the site's own origin: each has its own, clean functions of the browser. */
import type { Native, Patches, Realm } from './patches.ts';

/** Guards the windows of all frames that can be reached, and those that a script asks for. */
export function guardFrames(
  patches: Patches,
  realm: Realm,
  install: (realm: Realm) => void,
): () => void {
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
  // One in a shadow root is not among the frames of the window.
  const asked = (native: Native, self: unknown, args: unknown[]) => {
    const found = Reflect.apply(native, self, args) as Realm & Document;
    if (found) guard(found.window ?? found.defaultView);
    return found;
  };
  patches.replace(realm.HTMLIFrameElement, 'contentWindow contentDocument', 'get', {
    apply: asked,
  });
  return () => {
    for (let i = 0; i < realm.length; i++) guard(realm[i] as Realm);
  };
}

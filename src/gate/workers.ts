/** Workers: scripts with functions of their own, which ours do not reach. */
import { guardWorker } from '../page/guard-worker.ts';
import type { NewDeadEnd } from './dead-ends.ts';
import type { HoldRules } from './hold-rules.ts';
import { lookingAt, type Realm, type Traps } from './patches.ts';

export function workerTraps(
  { URL, Blob, MessageChannel }: Realm,
  { byUrl, heldPlaces }: HoldRules,
  newDeadEnd: NewDeadEnd,
): Traps {
  const blobs = new Map<string, Blob>();
  return {
    URL: {
      'createObjectURL revokeObjectURL': lookingAt((url, [one]) => {
        if (url) blobs.set(url, one);
        else blobs.delete(one);
      }),
    },
    window: {
      'Worker SharedWorker'(native, args) {
        if (byUrl(args[0])) {
          return [newDeadEnd(native, { port: new MessageChannel().port1 })];
        }
        const blob = blobs.get(String(args[0]));
        if (blob) {
          // Its code runs behind ours. It takes the choice of now along, and never hears of another.
          const ours = `(${guardWorker})(${heldPlaces()});`;
          args[0] = URL.createObjectURL(new Blob([ours, blob], blob));
        }
        return undefined;
      },
    },
    // Nobody can be told that it failed: pages tend not to listen.
    'ServiceWorkerContainer Worklet': {
      'register addModule': (_, [url]) => byUrl(url) && [new Promise(() => {})],
    },
  };
}

/** What a page gets in place of a connection that is held: an object of the same class that fails. */
import type { Natives } from '../page/natives.ts';
import type { Realm } from './patches.ts';

/** `own` are the properties that pages read of such an object. */
export type NewDeadEnd = (kind: { readonly prototype: object }, own: object) => object;

export interface DeadEnds {
  /** Fails as the network does: later, and by events. */
  fail(target: EventTarget): void;
  readonly newDeadEnd: NewDeadEnd;
}

/** Whatever class they are of, nobody minds the events of the others. */
const endings = ['error', 'close', 'loadend'];

export function createDeadEnds(
  { Event, EventTarget }: Realm,
  { setTimeout }: Pick<Natives, 'setTimeout'>,
): DeadEnds {
  const fail = (target: EventTarget) => {
    setTimeout(() => {
      for (const type of endings) target.dispatchEvent(new Event(type));
    });
  };
  const nothing = () => {};
  return {
    fail,
    newDeadEnd({ prototype }, given) {
      const dead = Object.setPrototypeOf(new EventTarget(), prototype);
      // There is nothing behind it, so the browser's own functions would throw on it.
      const own: Record<string, unknown> = {
        send: nothing,
        close: nothing,
        postMessage: nothing,
        terminate: nothing,
        ...given,
      };
      for (const name in prototype) if (/^on/.test(name)) own[name] = null;
      for (const value in own) {
        Object.defineProperty(dead, value, { value: own[value], writable: true });
      }
      for (const type of endings) {
        dead.addEventListener(type, (event: Event) => dead[`on${type}`]?.(event));
      }
      fail(dead);
      return dead;
    },
  };
}

/** Calls that reach another machine without an element: each that is held answers as pages expect. */
import type { Natives } from '../page/natives.ts';
import type { HoldRules } from './hold-rules.ts';
import type { Patches, Realm } from './patches.ts';

export function guardRequests(
  patches: Patches,
  realm: Realm,
  { byUrl, byUrls }: HoldRules,
  { setTimeout }: Pick<Natives, 'setTimeout'>,
): void {
  const { XMLHttpRequest, Event, EventTarget, Response } = realm;

  // A Request has its address as a property; a URL and a text are one.
  patches.hold(
    realm,
    'fetch',
    (_, [input]) =>
      byUrl((input as Partial<Request> | undefined)?.url ?? input) && [
        Promise.resolve(new Response(null, { status: 204 })),
      ],
  );
  patches.hold(realm, 'open', (_, [url]) => byUrl(url) && [null]);
  patches.hold(realm.Navigator, 'sendBeacon', (_, [url]) => byUrl(url) && [true]);

  /** As the network fails: later, and by events. */
  function fail(target: EventTarget, ...types: readonly string[]): [] {
    setTimeout(() => {
      for (const type of types) target.dispatchEvent(new Event(type));
    });
    return [];
  }

  const heldRequests = new WeakMap<object, unknown>();
  patches.hold<XMLHttpRequest>(XMLHttpRequest, 'open', (self, [, url]) => {
    heldRequests.set(self, byUrl(url));
    return undefined;
  });
  patches.hold<XMLHttpRequest>(
    XMLHttpRequest,
    'send',
    (self) => !!heldRequests.get(self) && fail(self, 'error', 'loadend'),
  );

  patches.replace(realm, 'WebSocket EventSource', 'value', {
    construct(native, args, target) {
      if (!byUrl(args[0])) return Reflect.construct(native, args, target);
      // It has no connection, so the browser's own getters would throw on it.
      const dead = Object.setPrototypeOf(new EventTarget(), native.prototype);
      const { CLOSED } = native as unknown as typeof WebSocket;
      const own: Record<string, unknown> = {
        url: args[0],
        readyState: CLOSED,
        send() {},
        close() {},
      };
      for (const type of ['open', 'message', 'error', 'close']) {
        own[`on${type}`] = null;
        dead.addEventListener(type, (event: Event) => dead[`on${type}`]?.(event));
      }
      for (const name in own)
        Object.defineProperty(dead, name, { value: own[name], writable: true });
      fail(dead, 'error', 'close');
      return dead;
    },
  });

  const actionOf = (element?: Element | null, name = 'action') => element?.getAttribute(name);
  patches.hold<Element>(realm.HTMLFormElement, 'submit', (self) => byUrl(actionOf(self)) && []);
  const listen = (type: string, listener: (event: Event) => void) =>
    realm.addEventListener(type, listener, true);
  listen('submit', (event) => {
    const { target, submitter } = event as SubmitEvent;
    if (byUrl(actionOf(submitter, 'formaction') ?? actionOf(target as Element))) {
      event.preventDefault();
    }
  });
  listen('click', ({ target }) => {
    const link = (target as Partial<Element>).closest?.('[ping]');
    const ping = actionOf(link, 'ping') ?? '';
    if (!byUrls(ping)[0]) return;
    // The browser reads it when all listeners have run.
    link?.removeAttribute('ping');
    setTimeout(() => link?.setAttribute('ping', ping));
  });
}

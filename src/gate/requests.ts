/** Calls that reach another machine without an element: each that is held answers as pages expect. */
import type { DeadEnds } from './dead-ends.ts';
import type { Holders, HoldRules } from './hold-rules.ts';
import type { Realm, Traps } from './patches.ts';

const actionOf = (element?: Element | null, name = 'action') => element?.getAttribute(name);

/** Forms and pings of a window, or of a shadow root: neither is heard of outside of it as what it is. */
export function guardEvents(place: EventTarget, { byUrl, byUrls }: HoldRules): void {
  const listen = (type: string, listener: (event: Event) => void) =>
    place.addEventListener(type, listener, true);
  listen('submit', (event) => {
    const { target, submitter } = event as SubmitEvent;
    if (byUrl(actionOf(submitter, 'formaction') ?? actionOf(target as Element))) {
      event.preventDefault();
    }
  });
  listen('click', ({ target }) => {
    // The browser reads it when all listeners have run.
    const link = (target as Partial<Element>).closest?.<HTMLAnchorElement>('[ping]');
    if (link) link.ping = byUrls(link.ping)[1];
  });
}

export function requestTraps(
  realm: Realm,
  { byUrl }: HoldRules,
  { fail, newDeadEnd }: DeadEnds,
): Traps {
  const never = new Promise(() => {});
  const heldRequests = new WeakMap<object, Holders>();
  return {
    'window Cache': {
      // A Request has its address as a property; a URL and a text are one.
      'fetch add': (_, [input]) =>
        byUrl(input?.url ?? input) && [Promise.resolve(new realm.Response(null, { status: 204 }))],
      fetchLater: (_, [input]) => byUrl(input?.url ?? input) && [{ activated: false }],
      open: (_, [url]) => byUrl(url) && [null],
      'WebSocket EventSource': (native, [url]) =>
        byUrl(url) && [newDeadEnd(native, { url, readyState: native.CLOSED })],
      'WebSocketStream WebTransport': (native, [url]) =>
        byUrl(url) && [
          { __proto__: native.prototype, opened: never, ready: never, closed: never, close() {} },
        ],
    },
    Navigator: { sendBeacon: (_, [url]) => byUrl(url) && [true] },
    XMLHttpRequest: {
      open(self, [, url]) {
        heldRequests.set(self, byUrl(url));
        return undefined;
      },
      send: (self) => heldRequests.get(self) && [fail(self)],
    },
    HTMLFormElement: { submit: (self) => byUrl(actionOf(self)) && [] },
  };
}

/** What the guard does in a worker. */

type Native = (...args: unknown[]) => unknown;

/**
 * Is sent to workers as a text: it knows nothing but what is in it, and what workers have. `held` matches the host
 * and path of what must wait.
 */
export function guardWorker(held: RegExp): void {
  const isHeld = (input: string & Partial<Request>) => {
    try {
      const { hostname, pathname } = new URL(input.url ?? input);
      return held.test(hostname + pathname);
    } catch {
      return false; // whatever it is, it is no address
    }
  };
  const handler: ProxyHandler<Native> = {
    apply: (native, self, args) =>
      Reflect.apply(
        native,
        self,
        args.map((it) => (isHeld(it) ? 'data:text/javascript,' : it)),
      ),
    construct: (native, args) =>
      isHeld(args[0]) ? new EventTarget() : Reflect.construct(native, args),
  };
  const scope = self as unknown as Record<string, Native | undefined>;
  for (const name of ['fetch', 'importScripts', 'WebSocket', 'EventSource', 'Worker']) {
    if (scope[name]) scope[name] = new Proxy(scope[name], handler); // shared workers make no workers
  }
  const { prototype } = XMLHttpRequest;
  prototype.open = new Proxy(prototype.open as Native, handler);
}

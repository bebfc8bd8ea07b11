/** What a withdrawal does to services that may be running: stop calls, then the sweep (LAW 42, 43). */
import type { Service } from '../model/service.ts';
import type { Page } from '../page/page.ts';
import { type SweepReport, sweep } from './sweep.ts';
import type { Tag } from './tagged-elements.ts';

/** The vendor's documented call, where its script is in the page. */
function callStop({ window }: Page, [path, ...call]: readonly string[]): void {
  if (!path) return;
  const names = path.split('.');
  const last = names.pop() as string;
  let owner = window as unknown as Record<string, unknown> | undefined;
  for (const name of names) owner = owner?.[name] as typeof owner;
  const method = owner?.[last];
  if (typeof method === 'function') method.apply(owner, call);
}

/**
 * Stops the withdrawn `services`, deletes what they stored and says what is
 * left. `ownCookie` keeps the choice and is no service's; `running` are the tags of started scripts that are no longer accepted.
 */
export function withdraw(
  page: Page,
  ownCookie: string,
  services: readonly Service[],
  running: readonly Tag[],
  onFault: (cause: unknown) => void,
): SweepReport {
  const stopped = new Set<string | undefined>();
  for (const { id, stop } of services) {
    if (!stop) continue;
    try {
      callStop(page, stop);
      stopped.add(id);
    } catch (cause) {
      onFault(cause); // the script did not take its own call: only a reload ends it
    }
  }
  return sweep(
    page,
    ownCookie,
    services,
    running.some(({ service }) => !stopped.has(service)),
  );
}

/** What follows from a new choice, in order: one synchronous turn, so that nothing sees half a choice (DESIGN 4). */
import type { Gate, Tag } from './gate/gate.ts';
import type { SweepReport } from './gate/sweep.ts';
import { withdraw } from './gate/withdrawal.ts';
import type { Choice } from './model/choice.ts';
import type { Config } from './model/config.ts';
import { SamtyckeError } from './model/errors.ts';
import { permitsService } from './model/permission.ts';
import type { Service } from './model/service.ts';
import type { Step } from './model/step.ts';
import { createLocalStore } from './page/local-store.ts';
import type { Page } from './page/page.ts';
import { signals } from './signals/signals.ts';

export interface FollowOptions {
  readonly page: Page;
  readonly config: Config;
  readonly step: Step;
  gate(): Gate | undefined;
  /** By the choice as it is now. */
  allowsTag(tag: Tag): boolean | undefined;
  report(error: SamtyckeError): void;
  onSweep(report: SweepReport): void;
}

export interface Follow {
  /** Defaults first, before anything else runs. */
  start(stored: Choice | undefined): void;
  /** From `before` (in force or not) to `now`. */
  change(before: Choice | undefined, now: Choice): void;
}

/** Set while scripts of a withdrawn service may still write: the next page sweeps once more. */
const sweepAgainKey = 'samtycke.sweep';

export function createFollow(options: FollowOptions): Follow {
  const { page, config, step, gate, allowsTag, report, onSweep } = options;
  const { window, document } = page;
  const store = createLocalStore(page);

  function sendSignals(choice: Choice): void {
    for (const name of config.signals) {
      step('listener-failed', `The signal ${name}`, () => signals[name]?.update(window, choice));
    }
  }

  function open(choice: Choice): void {
    sendSignals(choice);
    step('release-failed', 'Opening the gate', () => gate()?.open());
    document.dispatchEvent(new window.CustomEvent('samtycke:choice', { detail: choice }));
  }

  function sweepServices(services: readonly Service[]): void {
    const running = (gate()?.started() ?? []).filter((tag) => !allowsTag(tag));
    const swept = withdraw(page, config.cookieName, services, running, (cause) =>
      report(new SamtyckeError('sweep-incomplete', 'A stop call threw; reload the page.', cause)),
    );
    if (swept.left.length > 0) {
      const names = swept.left.map(({ name }) => name).join(', ');
      report(new SamtyckeError('sweep-incomplete', `Could not delete ${names}.`));
    }
    if (swept.reloadNeeded) store.set(sweepAgainKey, '1');
    onSweep(swept);
  }

  return {
    start(stored) {
      for (const name of config.signals) {
        step('listener-failed', `The signal ${name}`, () => signals[name]?.start?.(window));
      }
      if (!stored) return;
      if (store.get(sweepAgainKey)) {
        store.remove(sweepAgainKey);
        step('sweep-incomplete', 'Deleting what withdrawn services stored', () =>
          sweepServices(config.services.filter((service) => !permitsService(stored, service))),
        );
      }
      open(stored);
    },
    change(before, now) {
      const withdrawn: Service[] = [];
      for (const service of config.services) {
        if (permitsService(before, service) && !permitsService(now, service)) {
          withdrawn.push(service);
        }
      }
      const closes = config.optional.some((id) => before?.categories[id] && !now.categories[id]);
      if (closes || withdrawn.length > 0) {
        step('release-failed', 'Closing the gate', () => gate()?.close());
        step('sweep-incomplete', 'Deleting what withdrawn services stored', () =>
          sweepServices(withdrawn),
        );
      }
      open(now);
    },
  };
}

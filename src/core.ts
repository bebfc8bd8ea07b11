/**
 * What every page view needs: the one owner of the choice, the gate and the
 * signals. How a visitor comes to a new choice stands in `client.ts`, which is
 * fetched when it is needed.
 */
import { createGate, type Gate, type HeldEmbed, type Tag } from './gate/gate.ts';
import { createGuard } from './gate/guard.ts';
import type { SweepReport } from './gate/sweep.ts';
import { type Choice, isChoiceInForce } from './model/choice.ts';
import type { Config } from './model/config.ts';
import type { SamtyckeError } from './model/errors.ts';
import { createListeners, type Listeners } from './model/listeners.ts';
import { permitsName, permitsService } from './model/permission.ts';
import { createStep, type Step } from './model/step.ts';
import { browserSaysNo } from './page/browser-says-no.ts';
import type { Page } from './page/page.ts';
import { openTabChannel } from './page/tab-channel.ts';
import { signals } from './signals/signals.ts';
import { readChoice } from './storage/read-choice.ts';

export interface ClientEvents {
  /** The choice in force: after each decision, and told at once to a late subscriber when there is one. */
  choice: Choice;
  /** Only when a decision changed something, here or in another tab. */
  change: Choice;
  /** Something went wrong; optional services stay blocked and the page works. */
  problem: SamtyckeError;
  /** The set of held embeds changed. It hands out none: page scripts could show them. */
  embeds: undefined;
  /** There was another choice before; told between the gate's closing and the signals. */
  withdrawal: Choice;
  /** What a withdrawal deleted, and what it could not. */
  sweep: SweepReport;
  /** The endpoint holds the receipt of this id. */
  acknowledged: string;
  /** With `proof: "before"`: how it stands with a yes that is not in force; `undefined` when none waits any more. */
  waiting: 'sending' | 'delayed' | undefined;
}

export interface Core extends Listeners<ClientEvents> {
  readonly page: Page;
  readonly config: Config;
  readonly step: Step;
  /** The choice in force, `undefined` while the visitor has not chosen. */
  readonly choice: Choice | undefined;
  /** The last choice, even when it is of an older policy version or has expired. */
  readonly lastChoice: Choice | undefined;
  /** True when the browser sends Global Privacy Control or Do Not Track. */
  readonly gpc: boolean;
  /** True when a category or service, by id or alias, is accepted now (necessary: always). */
  allows(name: string): boolean;
  /** The embeds that wait for a yes, in document order. */
  embeds(): readonly HeldEmbed[];
  /** The tags of scripts that run in this page and are not accepted any more. */
  runningRefused(): readonly Tag[];
  /** Makes `next` the choice in force and runs what follows, in one synchronous turn. */
  adopt(next: Choice): void;
  /** Closes the gate and forgets the stored choice at once: for a no that must not wait for a file. */
  suspend(): void;
  /** Tells the other tabs to read the stored choice. */
  announce(): void;
  report(error: SamtyckeError): void;
}

/** Starts on `page`: reads the stored choice and lets what it accepts run. */
export function createCore(page: Page, config: Config): Core {
  const { document, window } = page;
  const listeners = createListeners<ClientEvents>((cause) => console.warn('samtycke:', cause));
  const report = (error: SamtyckeError) => {
    console.warn(`samtycke: ${error.message}`, error.cause ?? '');
    listeners.emit('problem', error);
  };
  const step = createStep(report);
  // A page that nobody has looked at yet knows of no choice: it may be another one by then.
  const readStored = (): Choice | undefined =>
    document.prerendering ? undefined : readChoice(page, config.cookieName);
  const gpc = browserSaysNo(page);
  const inForce = (candidate: Choice | undefined): Choice | undefined =>
    candidate &&
    isChoiceInForce(candidate, config, page.now()) &&
    // A yes from before the browser objected: the client takes it back.
    !(candidate.categories.marketing && gpc && !candidate.gpc)
      ? candidate
      : undefined;
  const dispatch = (type: string, detail: Choice) =>
    document.dispatchEvent(new window.CustomEvent(`samtycke:${type}`, { detail }));

  let lastChoice = readStored();
  let choice = inForce(lastChoice);
  let gate: Gate | undefined;

  // A tag of another product's form may name only one of the two.
  const allowsTag = ({ category, service }: Tag): boolean | undefined => {
    const now = inForce(choice); // it may have run out in an open page (LAW 53)
    return now?.services[service ?? ''] ?? permitsName(now, config, category || (service ?? ''));
  };

  // Before the gate, whose observer must see what the guard's has tagged.
  const guard = __GUARD__
    ? step('release-failed', 'Guarding', () =>
        createGuard({
          page,
          services: config.services,
          permits: (service) => permitsService(inForce(choice), service),
          onTagged: () => gate?.open(),
        }),
      )
    : undefined;
  const updateGuard = () => step('release-failed', 'Guarding', () => guard?.update());

  const closeGate = () => {
    if (__GUARD__) updateGuard();
    step('release-failed', 'Closing', () => gate?.close());
  };

  function sendSignals(now: Choice): void {
    for (const name of config.signals) {
      step('listener-failed', `Signal ${name}`, () => signals[name]?.update(window, now));
    }
  }

  /** The others know before any tag runs. */
  function open(now: Choice): void {
    sendSignals(now);
    if (__GUARD__) updateGuard();
    step('release-failed', 'Releasing', () => gate?.open());
    dispatch('choice', now);
  }

  const announce = openTabChannel(page, () => {
    // Another tab decided, or the page came back: the cookie is the truth.
    const last = readStored();
    const stored = inForce(last);
    const isNew = stored !== undefined && stored.at !== choice?.at;
    if (isNew) core.adopt(stored);
    lastChoice ??= last;
    return isNew;
  });

  const core: Core = {
    page,
    config,
    step,
    report,
    announce,
    gpc,
    get choice() {
      return choice;
    },
    get lastChoice() {
      return lastChoice;
    },
    emit: listeners.emit,
    on(name, listener) {
      const off = listeners.on(name, listener);
      // Late subscribers are told the choice in force.
      const told = choice;
      if (name === 'choice' && told) {
        step('listener-failed', 'A listener', () => (listener as (detail: Choice) => void)(told));
      }
      return off;
    },
    allows: (name) => !!permitsName(inForce(choice), config, name),
    embeds: () => gate?.embeds() ?? [],
    runningRefused: () => gate?.started().filter((tag) => !allowsTag(tag)) ?? [],
    adopt(next) {
      const before = lastChoice;
      lastChoice = next;
      choice = next;
      closeGate();
      if (before) listeners.emit('withdrawal', before);
      open(next);
      listeners.emit('choice', next);
      if (before) {
        listeners.emit('change', next);
        dispatch('change', next);
      }
    },
    suspend() {
      choice = undefined;
      closeGate();
      if (lastChoice) sendSignals({ ...lastChoice, categories: {} });
      const { cookieName, cookieDomain } = config;
      step('storage-refused', 'Closing', () => {
        document.cookie = `${cookieName}=; max-age=0; path=/; domain=${cookieDomain ?? ''}`;
      });
    },
  };

  for (const name of config.signals) {
    step('listener-failed', `Signal ${name}`, () => signals[name]?.start?.(window));
  }
  if (__GUARD__) updateGuard();
  gate = step('release-failed', 'Releasing', () =>
    createGate(page, config.scriptTimeoutMs, allowsTag, report, () =>
      listeners.emit('embeds', undefined),
    ),
  );
  if (choice) open(choice);
  return core;
}

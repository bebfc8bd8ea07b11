/**
 * The consent client: holds the choice, and is the one place that runs what
 * follows from a new one, in order (DESIGN 4).
 */
import { createGate, type Gate, type HeldEmbed, type Tag } from './gate/gate.ts';
import type { SweepReport } from './gate/sweep.ts';
import { withdraw } from './gate/withdrawal.ts';
import { type Action, type Answer, type Choice, decide, isChoiceInForce } from './model/choice.ts';
import type { Config } from './model/config.ts';
import { type ErrorCode, SamtyckeError } from './model/errors.ts';
import { createListeners } from './model/listeners.ts';
import type { Notice } from './model/notice.ts';
import { permitsName, permitsService } from './model/permission.ts';
import type { Receipt } from './model/receipt.ts';
import type { Service } from './model/service.ts';
import type { Page } from './page/page.ts';
import { openTabChannel } from './page/tab-channel.ts';
import { isVisitorAct } from './page/visitor-act.ts';
import { signals } from './signals/signals.ts';
import { createChoiceStore } from './storage/choice-store.ts';
import { createDelivery, type Recorded } from './storage/delivery.ts';

export type { Notice };

export interface ClientEvents {
  /** The choice in force: after each decision, and told at once to a late subscriber when there is one. */
  choice: Choice;
  /** Only when a decision changed something, here or in another tab. */
  change: Choice;
  /** Something went wrong; optional services stay blocked and the page works. */
  problem: SamtyckeError;
  /** The set of held embeds changed. */
  embeds: readonly HeldEmbed[];
  /** What a withdrawal deleted, and what it could not. */
  sweep: SweepReport;
}

/** Who asks for a decision, and on what ground. */
export interface DecidedBy {
  readonly action: Action;
  readonly notice: Notice;
  /** The DOM event of the control; absent for a call of the API. */
  readonly event?: Event;
}

/** What the UI, the public API and the entries work with. */
export interface Client {
  readonly page: Page;
  readonly config: Config;
  /** The choice in force, `undefined` while the visitor has not chosen. */
  readonly choice: Choice | undefined;
  /** The last choice, even when it is of an older policy version or has expired. */
  readonly lastChoice: Choice | undefined;
  /** What the last withdrawal in this page did. */
  readonly lastSweep: SweepReport | undefined;
  /** True when a category or service, by id or alias, is accepted now (necessary: always). */
  allows(name: string): boolean;
  /**
   * Makes a decision and runs everything that follows from it, in one synchronous turn.
   * Returns false when it was refused because no genuine act of the visitor stands behind a yes.
   */
  decide(answer: Answer, by: DecidedBy): boolean;
  /** One embed, this once: a receipt, but no stored choice. Same guard as `decide`. */
  showOnce(embed: HeldEmbed, by: Omit<DecidedBy, 'action'>): boolean;
  /** This browser's receipts, oldest first. */
  receipts(): readonly Receipt[];
  /** The embeds that wait for a yes, in document order. */
  embeds(): readonly HeldEmbed[];
  on<Name extends keyof ClientEvents>(
    name: Name,
    listener: (detail: ClientEvents[Name]) => void,
  ): () => void;
  report(error: SamtyckeError): void;
}

const onceDays = 1; // no page view lasts longer; the permission of "visa den här gången" ends with it

/** Starts a client on `page`: reads the stored choice and lets what it accepts run. */
export function createClient(page: Page, config: Config): Client {
  const { window, document } = page;
  const listeners = createListeners<ClientEvents>((name, cause) =>
    console.warn(`samtycke: a listener of "${name}" threw`, cause),
  );
  const report = (error: SamtyckeError) => {
    console.warn(`samtycke: ${error.message}`, error.cause ?? '');
    listeners.emit('problem', error);
  };
  /** Runs one step; a fault in it is reported and stops no other. */
  const step = <Result>(code: ErrorCode, doing: string, run: () => Result): Result | undefined => {
    try {
      return run();
    } catch (cause) {
      report(
        new SamtyckeError(code, `${doing} failed; what is not accepted stays blocked.`, cause),
      );
      return undefined;
    }
  };

  const store = createChoiceStore(page, config);
  let lastChoice = store.read();
  let choice =
    lastChoice && isChoiceInForce(lastChoice, config, page.now()) ? lastChoice : undefined;
  let lastSweep: SweepReport | undefined;
  let gate: Gate | undefined;

  const allows = (name: string): boolean => permitsName(choice, config.services, name);
  // A tag of another product's form may name only one of the two.
  const allowsTag = ({ category, service }: Tag): boolean =>
    (service === undefined ? undefined : choice?.services[service]) ??
    allows(category || (service ?? ''));

  const delivery = createDelivery(page, config, report);
  const client: Client = {
    page,
    config,
    get choice() {
      return choice;
    },
    get lastChoice() {
      return lastChoice;
    },
    get lastSweep() {
      return lastSweep;
    },
    allows,
    decide: decideAndFollow,
    showOnce,
    receipts: delivery.receipts,
    embeds: () => gate?.embeds() ?? [],
    on(name, listener) {
      const off = listeners.on(name, listener);
      // Late subscribers are told the choice in force.
      if (name === 'choice' && choice) {
        const told = choice;
        step('listener-failed', 'Telling a late listener', () =>
          (listener as (detail: Choice) => void)(told),
        );
      }
      return off;
    },
    report,
  };

  /** False, and said so, when a yes comes without an act of the visitor. Anyone may say no. */
  function mayAccept(event: Event | undefined): boolean {
    if (!config.requireVisitorAct || isVisitorAct(page, event)) return true;
    report(
      new SamtyckeError(
        'not-a-visitor-act',
        'A script tried to accept without a click or key of the visitor; nothing was accepted. A test tool with synthetic clicks needs "requireVisitorAct": false.',
      ),
    );
    return false;
  }

  function asksForMore({ categories = {}, services = {} }: Answer): boolean {
    for (const id in categories) if (categories[id] && !allows(id)) return true;
    for (const id in services) if (services[id] && !allows(id)) return true;
    return false;
  }

  function decideAndFollow(answer: Answer, { action, notice, event }: DecidedBy): boolean {
    if (asksForMore(answer) && !mayAccept(event)) return false;
    const before = choice;
    const decision = decide({
      old: lastChoice,
      oldHolds: before !== undefined,
      answer,
      optional: config.optional,
      policyVersion: config.policyVersion,
      now: page.now(),
      maxAgeDays: config.maxAgeDays,
    });
    // Someone who has only ever refused is given no lasting identifier (LEK 9 kap. 28 §).
    const consentId = record({ decision, action, notice, keepId: decision.accepted });
    const next: Choice = Object.freeze({ ...decision.choice, ...(consentId && { consentId }) });
    lastChoice = next;
    choice = next;
    if (!step('storage-refused', 'Storing the choice', () => store.write(next))) {
      report(
        new SamtyckeError(
          'storage-refused',
          'The browser keeps no cookie here; the choice holds for this page only.',
        ),
      );
    }
    follow(before, next);
    tabs.announce();
    delivery.wake();
    return true;
  }

  function record(recorded: Recorded): string | undefined {
    return step('storage-refused', 'Writing the receipt', () => delivery.record(recorded));
  }

  /** What follows from a choice, in order: what was withdrawn first, then the others are told, then tags run. */
  function follow(before: Choice | undefined, now: Choice): void {
    const withdrawn: Service[] = [];
    for (const service of config.services) {
      if (permitsService(before, service) && !permitsService(now, service)) withdrawn.push(service);
    }
    const closes =
      withdrawn.length > 0 ||
      config.optional.some((id) => before?.categories[id] && !now.categories[id]);
    if (closes) {
      step('release-failed', 'Closing the gate', () => gate?.close());
      step('sweep-incomplete', 'Deleting what withdrawn services stored', () =>
        followWithdrawal(withdrawn),
      );
    }
    sendSignals(now);
    step('release-failed', 'Opening the gate', () => gate?.open());
    listeners.emit('choice', now);
    dispatch('samtycke:choice', now);
    if (before) {
      listeners.emit('change', now);
      dispatch('samtycke:change', now);
    }
  }

  function followWithdrawal(services: readonly Service[]): void {
    const fault = (cause: unknown) =>
      report(new SamtyckeError('sweep-incomplete', 'A stop call threw; reload the page.', cause));
    const running = (gate?.started() ?? []).filter((tag) => !allowsTag(tag));
    lastSweep = withdraw(page, services, running, fault);
    if (lastSweep.left.length > 0) {
      const names = lastSweep.left.map(({ name }) => name).join(', ');
      report(new SamtyckeError('sweep-incomplete', `Could not delete ${names}.`));
    }
    listeners.emit('sweep', lastSweep);
  }

  function sendSignals(now: Choice): void {
    for (const name of config.signals) {
      step('listener-failed', `The signal ${name}`, () => signals[name]?.update(window, now));
    }
  }

  function dispatch(type: string, detail: Choice): void {
    document.dispatchEvent(new window.CustomEvent(type, { detail }));
  }

  function showOnce(embed: HeldEmbed, { notice, event }: Omit<DecidedBy, 'action'>): boolean {
    if (!mayAccept(event)) return false;
    const { service, category } = embed.tag;
    // Answered apart from the stored choice, under an identifier that is not kept.
    const decision = decide({
      old: undefined,
      oldHolds: false,
      answer: service
        ? {
            categories: choice?.categories ?? {},
            services: { ...choice?.services, [service]: true },
          }
        : { categories: { ...choice?.categories, [category]: true } },
      optional: config.optional,
      policyVersion: config.policyVersion,
      now: page.now(),
      maxAgeDays: onceDays,
    });
    record({ decision, action: 'embed', notice, keepId: false });
    step('release-failed', 'Showing the embed', () => embed.showOnce());
    delivery.wake();
    return true;
  }

  /** Another tab decided, or the page came back: the cookie is the truth. */
  function followOtherTab(): void {
    const stored = store.read();
    if (!stored || stored.at === choice?.at || !isChoiceInForce(stored, config, page.now())) return;
    const before = choice;
    lastChoice = stored;
    choice = stored;
    follow(before, stored);
  }

  for (const name of config.signals) {
    step('listener-failed', `The signal ${name}`, () => signals[name]?.start?.(window));
  }
  const tabs = openTabChannel(page, followOtherTab);
  gate = step('release-failed', 'Starting the gate', () =>
    createGate({
      page,
      allows: allowsTag,
      onProblem: report,
      onEmbeds: () => listeners.emit('embeds', client.embeds()),
      scriptTimeoutMs: config.scriptTimeoutMs,
    }),
  );
  if (choice) {
    const stored = choice;
    sendSignals(stored);
    step('release-failed', 'Opening the gate', () => gate?.open());
    dispatch('samtycke:choice', stored);
  }
  delivery.wake();
  return client;
}

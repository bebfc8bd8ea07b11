/**
 * The consent client: the one owner of the choice. Every decision passes here;
 * what follows from it stands in `follow.ts`.
 */
import { createFollow } from './follow.ts';
import { createGate, type Gate, type HeldEmbed, type Tag } from './gate/gate.ts';
import type { SweepReport } from './gate/sweep.ts';
import { type Action, type Answer, type Choice, decide, isChoiceInForce } from './model/choice.ts';
import type { Config } from './model/config.ts';
import { SamtyckeError } from './model/errors.ts';
import { createListeners } from './model/listeners.ts';
import type { Notice } from './model/notice.ts';
import { permitsName } from './model/permission.ts';
import type { Receipt } from './model/receipt.ts';
import { createStep } from './model/step.ts';
import type { Page } from './page/page.ts';
import { openTabChannel } from './page/tab-channel.ts';
import { isVisitorAct } from './page/visitor-act.ts';
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
  const listeners = createListeners<ClientEvents>((name, cause) =>
    console.warn(`samtycke: a listener of "${name}" threw`, cause),
  );
  const report = (error: SamtyckeError) => {
    console.warn(`samtycke: ${error.message}`, error.cause ?? '');
    listeners.emit('problem', error);
  };
  const step = createStep(report);
  const inForce = (candidate: Choice | undefined): Choice | undefined =>
    candidate && isChoiceInForce(candidate, config, page.now()) ? candidate : undefined;

  const store = createChoiceStore(page, config);
  let lastChoice = store.read();
  let choice = inForce(lastChoice);
  let lastSweep: SweepReport | undefined;
  let gate: Gate | undefined;

  const allows = (name: string): boolean => permitsName(choice, config, name) === true;
  // A tag of another product's form may name only one of the two.
  const allowsTag = ({ category, service }: Tag): boolean | undefined =>
    (service === undefined ? undefined : choice?.services[service]) ??
    permitsName(choice, config, category || (service ?? ''));

  const delivery = createDelivery(page, config, report);
  const follow = createFollow({
    page,
    config,
    step,
    report,
    allowsTag,
    gate: () => gate,
    onSweep(swept) {
      lastSweep = swept;
      listeners.emit('sweep', swept);
    },
  });

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

  function adopt(next: Choice): void {
    const before = lastChoice;
    const hadChoice = choice !== undefined;
    lastChoice = next;
    choice = next;
    follow.change(before, next);
    listeners.emit('choice', next);
    if (!hadChoice) return;
    listeners.emit('change', next);
    const { document, window } = page;
    document.dispatchEvent(new window.CustomEvent('samtycke:change', { detail: next }));
  }

  function record(recorded: Recorded): string | undefined {
    return step('storage-refused', 'Writing the receipt', () => delivery.record(recorded));
  }

  /** Another tab decided, or the page came back: the cookie is the truth. */
  function followOtherTab(): void {
    const stored = inForce(store.read());
    if (stored && stored.at !== choice?.at) adopt(stored);
  }

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
    decide(answer, { action, notice, event }) {
      if (asksForMore(answer) && !mayAccept(event)) return false;
      const decision = decide({
        old: lastChoice,
        oldHolds: choice !== undefined,
        answer,
        optional: config.optional,
        policyVersion: config.policyVersion,
        now: page.now(),
        maxAgeDays: config.maxAgeDays,
      });
      // Someone who has only ever refused is given no lasting identifier (LEK 9 kap. 28 §).
      const consentId = record({ decision, action, notice, keepId: decision.accepted });
      const next = Object.freeze({ ...decision.choice, ...(consentId && { consentId }) });
      if (!step('storage-refused', 'Storing the choice', () => store.write(next))) {
        report(
          new SamtyckeError(
            'storage-refused',
            'The browser keeps no cookie here; the choice holds for this page only.',
          ),
        );
      }
      adopt(next);
      tabs.announce();
      delivery.wake();
      return true;
    },
    showOnce(embed, { notice, event }) {
      if (!mayAccept(event)) return false;
      const { service, category } = embed.tag;
      const { categories, services } = choice ?? {};
      // Answered apart from the stored choice, so under an identifier that is not kept.
      const decision = decide({
        old: undefined,
        oldHolds: false,
        answer: service
          ? { categories: categories ?? {}, services: { ...services, [service]: true } }
          : { categories: { ...categories, [category]: true } },
        optional: config.optional,
        policyVersion: config.policyVersion,
        now: page.now(),
        maxAgeDays: onceDays,
      });
      record({ decision, action: 'embed', notice, keepId: false });
      step('release-failed', 'Showing the embed', () => embed.showOnce());
      delivery.wake();
      return true;
    },
    receipts: delivery.receipts,
    embeds: () => gate?.embeds() ?? [],
    on(name, listener) {
      const off = listeners.on(name, listener);
      // Late subscribers are told the choice in force.
      const told = choice;
      if (name === 'choice' && told) {
        step('listener-failed', 'Telling a late listener', () =>
          (listener as (detail: Choice) => void)(told),
        );
      }
      return off;
    },
    report,
  };

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
  follow.start(choice);
  delivery.wake();
  return client;
}

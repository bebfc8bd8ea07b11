/**
 * How a visitor comes to a new choice, and what follows from it for receipts
 * and for what withdrawn services have stored. Fetched when it is needed: most
 * page views make no decision (`core.ts` is their part).
 */
import type { ClientEvents, Core } from './core.ts';
import type { DecidedBy } from './decided-by.ts';
import type { HeldEmbed } from './gate/gate.ts';
import type { SweepReport } from './gate/sweep.ts';
import { withdraw } from './gate/withdrawal.ts';
import type { Texts } from './languages/texts.ts';
import { answerFromNames, type Names } from './model/answer-from-names.ts';
import {
  type Answer,
  type Choice,
  type Decision,
  decide,
  isChoiceInForce,
} from './model/choice.ts';
import { completeConfig } from './model/complete-config.ts';
import { SamtyckeError } from './model/errors.ts';
import { inTurn } from './model/in-turn.ts';
import type { Notice } from './model/notice.ts';
import { permitsMore, permitsService } from './model/permission.ts';
import { isOwnControlEvent } from './page/own-control-event.ts';
import { countVisitorClicks } from './page/visitor-clicks.ts';
import type { createProofBefore, ProofBefore, WhenProved } from './proof-before.ts';
import { rules } from './services/rules.ts';
import { createDelivery, type Recorded } from './storage/delivery.ts';
import type { ReceiptBook } from './storage/receipt-book.ts';
import { writeChoice } from './storage/write-choice.ts';

export type { ClientEvents, Notice };

/** Fetches what is needed only with `proof: "before"`, and where the browser sends GPC or DNT. */
export type LoadRare = () => Promise<{
  /** Absent where the configuration does not ask for it. */
  readonly createProofBefore?: typeof createProofBefore;
  underSignal(client: Client): Client;
}>;

/** What the UI and the public API work with. */
export interface Client extends Core {
  /** What the last withdrawal in this page did. */
  readonly lastSweep: SweepReport | undefined;
  /**
   * Makes a decision and runs everything that follows from it, in one synchronous turn.
   * Returns false when it was refused because no genuine act of the visitor stands behind a yes.
   */
  decide(answer: Answer, by: DecidedBy): boolean;
  /**
   * The same for the API and the site's own controls; `label` is what stands on such a control.
   * @throws {SamtyckeError} `unknown-category` for a name that the configuration does not have.
   */
  decideByName(names: Names, visitorAct: boolean, label?: string): boolean;
  /** With `proof: "before"`: the choice that waits for the receiver, and is not in force. */
  pending(): Choice | undefined;
  /** One embed, this once: a receipt, but no stored choice. Same guard as `decide`. */
  showOnce(embed: HeldEmbed, by: Omit<DecidedBy, 'action'>): boolean;
  /** This browser's receipts and their proofs. */
  readonly book: ReceiptBook;
  /** Where the browser says no: the texts with what that means. */
  underSignal?(texts: Texts): Texts;
  /** Where the browser says no for its visitor, and nobody is asked. */
  readonly silent?: boolean;
}

const onceDays = 1; // no page view lasts longer; the permission of "visa den här gången" ends with it

/**
 * The client over `core`; brings a waiting backlog of receipts on its way.
 * Where something rare is needed, `load` fetches it, and only then the client is waited for.
 */
export function createClient(core: Core, load: LoadRare): Client | Promise<Client> {
  const { page, step, report } = core;
  const config = completeConfig(core.config, rules);
  const delivery = createDelivery(page, config, report, (id) => core.emit('acknowledged', id));
  let lastSweep: SweepReport | undefined;
  let proof: ProofBefore | undefined;
  const whenProved: WhenProved = (...by) => (proof ? proof.whenProved(...by) : by[1]());

  const clicks = countVisitorClicks(page);
  /** The click that the last decision was made on. */
  let answeredClick: number | undefined;

  /** False, and said so, when a yes comes without an act of the visitor. Anyone may say no. */
  function mayAccept({
    event,
    visitorAct = isOwnControlEvent(event),
  }: Partial<DecidedBy>): boolean {
    if (!config.requireVisitorAct || visitorAct) return true;
    report(
      new SamtyckeError(
        'not-a-visitor-act',
        'A script tried to accept without an act of the visitor. For test tools: "requireVisitorAct": false.',
      ),
    );
    return false;
  }

  function categoryOf(id: string): string | undefined {
    return config.services.find((service) => service.id === id)?.category;
  }

  function newDecision(answer: Answer, old: Choice | undefined, maxAgeDays: number): Decision {
    // One that was suspended by a no lends its yeses to nothing; a no to everything still ends it.
    const complete = config.optional.every((id) => answer.categories?.[id] === false);
    return decide({
      old,
      oldHolds:
        old !== undefined &&
        (old === core.choice || old !== core.lastChoice || complete) &&
        isChoiceInForce(old, config, page.now()),
      answer,
      optional: config.optional,
      categoryOf,
      policyVersion: config.policyVersion,
      now: page.now(),
      maxAgeDays,
    });
  }

  const record = (recorded: Recorded) =>
    step('storage-refused', 'Writing the receipt', () => delivery.record(recorded));

  /** Stops and sweeps what was permitted `before` and is not now; with nothing, all that is refused. */
  function sweepAfter(before: Choice | undefined): void {
    const services = config.services.filter(
      (service) => !core.allows(service.id) && (!before || permitsService(before, service)),
    );
    const withdrew = config.optional.some((id) => before?.categories[id] && !core.allows(id));
    if (services.length === 0 && !withdrew) return;
    step('sweep-incomplete', 'Deleting what withdrawn services stored', () => {
      const swept = withdraw(page, config.cookieName, services, core.runningRefused(), (cause) =>
        report(new SamtyckeError('sweep-incomplete', 'A stop call threw; reload the page.', cause)),
      );
      delivery.sweepAgain(swept.reloadNeeded);
      tellOf(swept);
      if (swept.databases) {
        import('./gate/sweep-databases.ts')
          .then(({ sweepDatabases }) => sweepDatabases(page, services, swept))
          .then(tellOf, (cause) =>
            report(new SamtyckeError('sweep-incomplete', 'Could not delete databases.', cause)),
          );
      }
      function tellOf(result: SweepReport): void {
        const names = result.left.map(({ name }) => name).join(', ');
        if (names) report(new SamtyckeError('sweep-incomplete', `Could not delete ${names}.`));
        if (!before) return; // the visitor was told on the page where they withdrew
        lastSweep = result;
        core.emit('sweep', result);
      }
    });
  }

  /** Stores a choice and puts it in force, here and in the other tabs; a listener may decide anew meanwhile. */
  const put = inTurn((next: Choice) => {
    if (!step('storage-refused', 'Storing the choice', () => writeChoice(page, config, next))) {
      report(
        new SamtyckeError(
          'storage-refused',
          'No cookie was kept; the choice holds for this page only.',
        ),
      );
    }
    step('listener-failed', 'Telling', () => {
      core.adopt(next);
      core.announce();
    });
  });

  core.on('withdrawal', sweepAfter);
  if (delivery.mustSweepAgain()) sweepAfter(undefined);
  delivery.wake();

  const client: Client = {
    ...core,
    config,
    // A spread copies what a getter gives now.
    get choice() {
      return core.choice;
    },
    get lastChoice() {
      return core.lastChoice;
    },
    get lastSweep() {
      return lastSweep;
    },
    decide(answer, by) {
      const { action, notice } = by;
      const old = client.pending() ?? core.lastChoice;
      const decision = newDecision(answer, old, by.maxAgeDays ?? config.maxAgeDays);
      if (permitsMore(decision.choice, config, core) && !mayAccept(by)) return false;
      answeredClick = clicks();
      // Someone who has only ever refused is given no lasting identifier (LEK 9 kap. 28 §).
      const { id, consentId } =
        record({ decision, action, notice, keepId: decision.accepted }) ?? {};
      const next = Object.freeze({
        ...decision.choice,
        ...(consentId && { consentId, ...(core.gpc && { gpc: true as const }) }),
      });
      whenProved(id, () => put(next), next);
      delivery.wake();
      return true;
    },
    showOnce(embed, by) {
      if (!mayAccept(by)) return false;
      const { service } = embed.tag;
      const { categories, services } = core.choice ?? {};
      // Answered apart from the stored choice, so under an identifier that is not kept.
      const decision = newDecision(
        { categories: categories ?? {}, services: { ...services, [service ?? 'embed']: true } },
        undefined,
        onceDays,
      );
      const recorded = record({ decision, action: 'embed', notice: by.notice, keepId: false });
      whenProved(recorded?.id, () => {
        step('release-failed', 'Showing the embed', () => embed.showOnce());
      });
      delivery.wake();
      return true;
    },
    decideByName(names, visitorAct, label) {
      return client.decide(answerFromNames(names, config), {
        action: label === undefined ? 'api' : names ? 'accept_all' : 'reject_all',
        // A click that has answered must not be taken for another answer by a script.
        visitorAct: visitorAct && (label !== undefined || clicks() !== answeredClick),
        notice: {
          // What stands on the site's own control is all that we can vouch for.
          strings: label ? [label] : [],
          layer: 0,
          shownAt: new Date(page.now()).toISOString(),
          path: [label === undefined ? 'api' : 'hook'],
          // That of the page, as its control is the site's own.
          lang: /^[a-z]{2,3}(?![a-z])/i.exec(page.document.documentElement.lang)?.[0] ?? 'sv',
        },
      });
    },
    book: delivery.book,
    pending: () => proof?.pending(),
  };
  if (!config.proof && !core.gpc) return client;
  return (async () => {
    if (config.proof) {
      const { createProofBefore } = await load();
      proof = createProofBefore?.({ core, config, book: delivery.book, put });
    }
    return core.gpc ? (await load()).underSignal(client) : client;
  })();
}

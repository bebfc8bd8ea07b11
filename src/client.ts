/** The consent client: holds the choice, and is the one place that runs what follows from a new one, in order. */
import type { HeldEmbed } from './gate/gate.ts';
import type { SweepReport } from './gate/sweep.ts';
import type { Action, Answer, Choice } from './model/choice.ts';
import type { Config } from './model/config.ts';
import type { SamtyckeError } from './model/errors.ts';
import type { Receipt } from './model/receipt.ts';
import type { Page } from './page/page.ts';

/** What the visitor had before them when they decided. */
export interface Notice {
  /** Every rendered string in DOM order: title, body, purposes, button labels, default states. */
  readonly strings: readonly string[];
  /** 1 = banner, 2 = settings, 0 = neither (API, embed stand-in). */
  readonly layer: 0 | 1 | 2;
  /** When it was shown: ISO 8601 UTC. */
  readonly shownAt: string;
  /** The layers passed through, e.g. `['banner', 'settings']`. */
  readonly path: readonly string[];
  /** The language shown. */
  readonly lang: string;
}

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

/** What the UI, the public API and the entries work with. */
export interface Client {
  readonly page: Page;
  readonly config: Config;
  /** The choice in force, `undefined` while the visitor has not chosen. */
  readonly choice: Choice | undefined;
  /** The last choice, even when it is of an older policy version or has expired. */
  readonly lastChoice: Choice | undefined;
  /** True when a category or service, by id or alias, is accepted now (necessary: always). */
  allows(name: string): boolean;
  /**
   * Makes a decision and runs everything that follows from it, in one synchronous turn.
   * Returns false when it was refused because no genuine act of the visitor stands behind a yes.
   */
  decide(
    answer: Answer,
    by: { readonly action: Action; readonly notice: Notice; readonly event?: Event },
  ): boolean;
  /** One embed, this once: a receipt, but no stored choice. Same guard as `decide`. */
  showOnce(embed: HeldEmbed, by: { readonly notice: Notice; readonly event?: Event }): boolean;
  /** This browser's receipts, oldest first. */
  receipts(): readonly Receipt[];
  /** The embeds that wait for a yes, in document order. */
  embeds(): readonly HeldEmbed[];
  /** What the last withdrawal of this page did; `undefined` when there was none. */
  readonly lastSweep: SweepReport | undefined;
  on<Name extends keyof ClientEvents>(
    name: Name,
    listener: (detail: ClientEvents[Name]) => void,
  ): () => void;
  report(error: SamtyckeError): void;
}

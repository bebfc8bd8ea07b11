/** Holds scripts and embeds back until their category is accepted. */
import type { CategoryId } from '../model/category.ts';
import type { SamtyckeError } from '../model/errors.ts';
import type { ServiceId } from '../model/service.ts';
import type { Page } from '../page/page.ts';

/** What an element is tagged with. */
export interface Tag {
  readonly category: CategoryId;
  readonly service?: ServiceId;
}

/** An iframe, video, embed or object that waits for a yes: the UI puts a stand-in in its place. */
export interface HeldEmbed {
  readonly element: HTMLElement;
  readonly tag: Tag;
  /** Shows this one element now; nothing is stored and nothing else of its category starts. */
  showOnce(): void;
}

export interface GateOptions {
  readonly page: Page;
  /** The choice as it is now; asked again before each single start. */
  allows(tag: Tag): boolean;
  onProblem(error: SamtyckeError): void;
  /** Called when the set of held embeds has changed. */
  onEmbeds(): void;
  /** How long one script may hold back those after it, in milliseconds. */
  readonly scriptTimeoutMs: number;
}

export interface Gate {
  /** Starts whatever is allowed now and has not started, in document order. Calling it again does no harm. */
  open(): void;
  /** Holds back again what can be: embeds that are no longer allowed. Scripts cannot be unloaded. */
  close(): void;
  /** The embeds held now, in document order. */
  embeds(): readonly HeldEmbed[];
  /** The tags of all scripts that have started in this page. */
  started(): readonly Tag[];
}

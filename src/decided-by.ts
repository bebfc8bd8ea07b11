import type { Action } from './model/choice.ts';
import type { Notice } from './model/notice.ts';

/** Who asks for a decision, and on what ground. */
export interface DecidedBy {
  readonly action: Action;
  readonly notice: Notice;
  /** The DOM event of our own control. */
  readonly event?: Event;
  /** For a decision from elsewhere: whether an act of the visitor stood behind it when it was asked for. */
  readonly visitorAct?: boolean;
  /** For what the browser's signal takes back: how long what is left of the last choice holds. */
  readonly maxAgeDays?: number;
}

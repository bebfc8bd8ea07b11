/** What every signal is: told once at the start, and once after each decision, before any tag runs. */
import type { Choice } from '../model/choice.ts';

export interface Signal {
  /** At the start of the page, before anything else, whatever is stored: everything is denied. */
  start?(window: Window): void;
  /** After a decision, and at the start when a stored choice holds. */
  update(window: Window, choice: Choice): void;
}

/** Whether a genuine act of the visitor stands behind a call: no script or extension can forge a yes. */
import type { Page } from './page.ts';

/**
 * For one of our own controls the event itself tells (`isTrusted`); for a call of
 * the API the browser's memory of a recent click or key does. `isActive`, not
 * `hasBeenActive`: a click an hour ago is no act behind this call.
 */
export function isVisitorAct({ window }: Page, event?: Event): boolean {
  return event ? event.isTrusted : !!window.navigator.userActivation?.isActive;
}

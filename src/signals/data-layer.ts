/**
 * An event in the `dataLayer`, for the triggers of a tag manager:
 * `{ event: 'samtycke_choice', samtycke: { statistics: true, … } }`.
 */
import type { Signal } from './signal.ts';

export const dataLayer = {
  update(window: Window & { dataLayer?: unknown[] }, choice) {
    (window.dataLayer ??= []).push({
      event: 'samtycke_choice',
      samtycke: { ...choice.categories },
    });
  },
} satisfies Signal;

/**
 * An event in the `dataLayer`, for the triggers of a tag manager:
 * `{ event: 'samtycke_choice', samtycke: { statistics: true, … } }`.
 */
import type { Signal } from './signal.ts';

/** The page's queue of Google's tags, made when nobody has yet. */
export function dataLayerOf(window: Window & { dataLayer?: unknown[] }): unknown[] {
  window.dataLayer ??= [];
  return window.dataLayer;
}

export const dataLayer = {
  update(window, choice) {
    dataLayerOf(window).push({ event: 'samtycke_choice', samtycke: { ...choice.categories } });
  },
} satisfies Signal;

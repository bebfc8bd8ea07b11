/** Whether an event is the visitor's own, on a control of ours. */

/** The getter itself: an object with a property of that name is no event of the browser. Old libraries replace `Event`. */
const isTrusted = () =>
  Object.getOwnPropertyDescriptor(new MouseEvent(''), 'isTrusted')?.get as (
    this: unknown,
  ) => boolean;

/**
 * True while the browser dispatches `event`, made by the visitor, to an element of ours.
 * A page script can find our handlers, and can keep a trusted event of some other click.
 */
export function isOwnControlEvent(event: unknown): boolean {
  try {
    const root = ((event as Event).currentTarget as Element).closest(
      '#samtycke-consent,#samtycke-settings,.samtycke-embed',
    ) as Element;
    return (
      isTrusted().call(event) &&
      // Nobody says yes to what they cannot see. Browsers before 2024 cannot tell. What has an
      // id is in the top layer, which does not fade with the page.
      root.checkVisibility?.({ opacityProperty: !root.id }) !== false &&
      getComputedStyle(root).opacity !== '0'
    );
  } catch {
    return false; // no event at all, one that is over, or one of another element
  }
}

/**
 * Keeps whatever has the focus visible beside the banner (WCAG 2.4.11, LAW 70),
 * without moving anything on the page.
 */
import { newElement } from './new-element.ts';

export interface Room {
  /** Call when the banner's size has changed. */
  update(): void;
  /** Gives the page back as it was. */
  release(): void;
}

export function keepFocusVisible(banner: HTMLElement): Room {
  const document = banner.ownerDocument;
  const { documentElement: html } = document;
  const { style } = html;
  const before = style.scrollPaddingBottom;
  const spacer = newElement(document, 'div', { class: 'samtycke-room' });
  /** From the banner's upper edge to the end of the window: wherever it stands, what is above it is free. */
  const room = () => {
    // In quirks mode the height of <html> is that of the whole page.
    const { clientHeight } = document.scrollingElement ?? html;
    return `${clientHeight - banner.offsetTop}px`;
  };

  // The last elements of a page cannot be scrolled above the banner unless there is room below them.
  const onFocus = ({ target }: FocusEvent) => {
    const element = target as HTMLElement;
    if (banner.contains(element) || element.getBoundingClientRect().bottom <= banner.offsetTop)
      return;
    if (!spacer.isConnected) {
      spacer.style.cssText = `top:${html.scrollHeight}px!important;height:${room()}!important`;
      document.body.append(spacer);
    }
    element.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('focusin', onFocus);

  return {
    update() {
      // One that the visitor's own tools have hidden or taken out takes no room.
      style.scrollPaddingBottom = banner.offsetTop ? room() : before;
    },
    release() {
      style.scrollPaddingBottom = before;
      document.removeEventListener('focusin', onFocus);
      spacer.remove();
    },
  };
}

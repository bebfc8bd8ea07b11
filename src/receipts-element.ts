/** `<samtycke-receipts>`: the visitor's receipts and rights on a page of the site (GDPR 15 to 21). */
import type { Page } from './page/page.ts';

/** Defines the element; what it shows is fetched when one is in the page. */
export function defineReceiptsElement(
  { window }: Page,
  open: (element: HTMLElement) => void,
): void {
  window.customElements.define(
    'samtycke-receipts',
    class extends window.HTMLElement {
      connectedCallback() {
        open(this);
      }
    },
  );
}

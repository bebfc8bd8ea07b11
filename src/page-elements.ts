/**
 * `<samtycke-receipts>`, the visitor's receipts and rights (GDPR 15 to 21), and
 * `<samtycke-declaration>`, what is stored and who gets it (LAW 31), on a page of the site.
 */
import type { Page } from './page/page.ts';

/** Defines the elements; what one shows is fetched when it is in the page. */
export function definePageElements({ window }: Page, open: (element: HTMLElement) => void): void {
  for (const name of ['receipts', 'declaration']) {
    window.customElements.define(
      `samtycke-${name}`,
      class extends window.HTMLElement {
        connectedCallback() {
          open(this);
        }
      },
    );
  }
}

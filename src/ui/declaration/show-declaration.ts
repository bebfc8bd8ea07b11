/**
 * `<samtycke-declaration>`: what the site stores in the browser and who gets data,
 * on the page of the site about cookies. A file of its own, fetched when one is in the page.
 */
import { declarationCss } from '../../declaration/declaration-css.ts';
import {
  type Declaration,
  declarationView,
  defaultLevel,
  type MakeElement,
} from '../../declaration/declaration-view.ts';
import type { Page } from '../../page/page.ts';
import { makerFor } from '../make.ts';

const highestLevel = 5; // services are one below

let styled = false;

/** Puts the declaration in place of what is in `root`; `data-level` says which headings it begins with. */
export function showDeclaration(page: Page, root: HTMLElement, declaration: Declaration): void {
  const { document, window } = page;
  const make = makerFor(document) as MakeElement<Node>;
  const asked = Math.round(Number(root.dataset.level ?? defaultLevel));
  const level = asked >= 1 && asked <= highestLevel ? asked : defaultLevel;
  root.lang = declaration.lang;
  root.replaceChildren(...declarationView(make, declaration, level));
  if (styled) return;
  styled = true;
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(declarationCss);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/**
 * `<samtycke-declaration>`: what the site stores in the browser and who gets data,
 * on the page of the site about cookies. A file of its own, fetched when one is in the page.
 */
import { declarationCss } from '../../declaration/declaration-css.ts';
import {
  type Declaration,
  declarationView,
  defaultLevel,
} from '../../declaration/declaration-view.ts';
import type { Page } from '../../page/page.ts';

const highestLevel = 5; // services are one below

let styled = false;

/** Puts the declaration in place of what is in `root`; `data-level` says which headings it begins with. */
export function showDeclaration(page: Page, root: HTMLElement, declaration: Declaration): void {
  const { document, window } = page;
  const make = (
    tag: string,
    attributes: Readonly<Record<string, string>>,
    ...children: readonly (Node | string)[]
  ): Node => {
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name] as string);
    element.append(...children);
    return element;
  };
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

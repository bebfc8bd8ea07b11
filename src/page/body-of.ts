import { keepInBody } from './keep-in-body.ts';
import type { Page } from './page.ts';

/** The page's `<body>`, as soon as there is one: the script stands in `<head>`. */
export function bodyOf(page: Page): Promise<HTMLElement> {
  return new Promise((resolve) => {
    keepInBody(page, resolve);
  });
}

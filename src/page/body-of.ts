import type { Page } from './page.ts';

/** The page's `<body>`, as soon as there is one: the script stands in `<head>`. */
export function bodyOf({ window, document }: Page): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.body) return;
      observer.disconnect();
      resolve(document.body);
    };
    const observer = new window.MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  });
}

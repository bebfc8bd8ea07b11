import type { Page } from './page.ts';

/**
 * Calls `put` with the page's `<body>` as soon as there is one, and again whenever the page has
 * lost `element` together with other content: frameworks swap the body, or all that is in it.
 * Whoever takes out `element` alone wants it gone. Disconnecting what it returns ends it; without an
 * element it ends by itself.
 */
export function keepInBody(
  { window, document }: Page,
  put: (body: HTMLElement) => void,
  element?: Element,
): MutationObserver {
  const look = (records: readonly MutationRecord[]) => {
    const { body } = document;
    // Not the whole page: that would cost time for each node that comes or goes.
    for (let at: Node | null = body ?? document.documentElement; at; at = at.parentNode) {
      observer.observe(at, { childList: true });
    }
    if (
      !body ||
      (element && (element.isConnected || (!records[1] && records[0]?.removedNodes[0] === element)))
    )
      return;
    if (!element) observer.disconnect();
    put(body);
  };
  const observer = new window.MutationObserver(look);
  look([]);
  return observer;
}

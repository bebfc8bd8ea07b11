/** Whether a visitor would lose something by a reload. */
import type { Page } from '../page/page.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Our own switches are answered when a choice is made. */
const own = '[id^=samtycke-]';

/**
 * Watches what is typed from now on. Frameworks write what is typed into the markup too, so that a field
 * cannot tell it from its default: the event can. Fields that the browser has filled in again do tell.
 */
export function watchTyping({ document, window }: Page): () => boolean {
  const typed = new Set<HTMLElement & Partial<Field>>();
  window.addEventListener(
    'input',
    (event) => {
      // Into open shadow roots; a closed one says at least that something was typed in it.
      const field = event.composedPath()[0] as HTMLElement;
      if (!field.closest?.(own)) typed.add(field);
    },
    true,
  );
  const isFilled = (field: HTMLElement & Partial<Field>) => {
    const text = field.value ?? (field.isContentEditable ? field.textContent : 'unknown');
    return field.isConnected && text !== '';
  };
  const isAltered = (field: Field) =>
    !field.closest(own) &&
    field.type !== 'hidden' &&
    (field.value !== field.defaultValue ||
      (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked);
  return () =>
    [...typed].some(isFilled) ||
    [...document.querySelectorAll<Field>('input,textarea')].some(isAltered);
}

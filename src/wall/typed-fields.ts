/** Whether a visitor would lose something by a reload. */

interface Parts {
  readonly document: Document;
  readonly window: Pick<Window, 'addEventListener'>;
}

/**
 * Watches what is typed from now on. Frameworks write what is typed into the markup too, so that a field
 * cannot tell it from its default: the event can. Fields that the browser has filled in again do tell.
 *
 * Walls in the header send this function as a text: it knows nothing but its argument.
 */
export function watchTyping({ document, window }: Parts): () => boolean {
  type Field = HTMLElement &
    Partial<HTMLInputElement> & { readonly options?: Iterable<HTMLOptionElement> };
  /** Our own switches are answered when a choice is made. */
  const own = '[id^=samtycke-]';
  const typed = new Set<Field>();
  window.addEventListener(
    'input',
    (event) => {
      // Into open shadow roots; a closed one says at least that something was typed in it.
      const field = event.composedPath()[0] as Field;
      if (!field.closest?.(own)) typed.add(field);
    },
    true,
  );
  const isFilled = (field: Field) => {
    const text = field.value ?? (field.isContentEditable ? field.textContent : 'unknown');
    return field.isConnected && text !== '';
  };
  /** A list shows its first entry when the markup names none. */
  const isChosen = (options: Iterable<HTMLOptionElement>, { multiple, size = 0 }: Field) => {
    const all = [...options];
    const named = all.filter(({ defaultSelected }) => defaultSelected);
    if (!named[0] && !multiple && size < 2) {
      named.push(...all.filter((option) => !option.matches(':disabled')).slice(0, 1));
    }
    const shown = multiple ? named : named.slice(-1);
    return all.some((option) => option.selected !== shown.includes(option));
  };
  const isAltered = (field: Field) => {
    const { type = '', value, checked, options } = field;
    if (field.closest(own)) return false;
    if (options) return isChosen(options, field);
    // Browsers make a value of these where the markup has none.
    if (/checkbox|radio/.test(type)) return checked !== field.defaultChecked;
    return !/range|color|hidden/.test(type) && value !== field.defaultValue;
  };
  return () =>
    [...typed].some(isFilled) ||
    [...document.querySelectorAll<Field>('input,textarea,select')].some(isAltered);
}

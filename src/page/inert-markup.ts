/** Parses markup where nothing in it loads or runs, through the browser's functions as they are now. */

/** Markup that was parsed, and what it says after changes. */
export interface InertMarkup {
  readonly root: DocumentFragment;
  text(): string;
}

/** Takes a text or a trusted one; throws where Trusted Types refuse, as the sink would have done. */
export type ParseInert = (markup: unknown) => InertMarkup;

export function createInertParser({ document, Element }: Window & typeof globalThis): ParseInert {
  const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML') as {
    get(this: Element): string;
    set(this: Element, markup: unknown): void;
  };
  return (markup) => {
    const template = document.createElement('template');
    set.call(template, markup);
    return { root: template.content, text: () => get.call(template) };
  };
}

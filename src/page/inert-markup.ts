/** Parses markup where nothing in it loads or runs, through the browser's functions as they are now. */

/** Markup that was parsed, and what it says after changes. */
export interface InertMarkup {
  readonly root: ParentNode & Node;
  text(): string;
}

/** Takes a text or a trusted one; throws where Trusted Types refuse, as the sink would have done. */
export type ParseInert = (markup: unknown, inSvg?: boolean) => InertMarkup;

const documentTag = /<(!doctype|html|head|body)\b/i;

export function createInertParser(window: Window & typeof globalThis): ParseInert {
  const { document, DOMParser, Element } = window;
  const { parseFromString } = DOMParser.prototype;
  const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML') as {
    get(this: Element): string;
    set(this: Element, markup: string): void;
  };
  return (markup, inSvg) => {
    const text = String(markup);
    if (documentTag.test(text) && !inSvg) {
      const parsed = parseFromString.call(new DOMParser(), markup as string, 'text/html');
      return {
        root: parsed,
        text: () => (parsed.doctype ? '<!doctype html>' : '') + parsed.documentElement.outerHTML,
      };
    }
    const template = document.createElement('template');
    // Only in its own context is <image> an image of SVG; trusted texts cannot be joined.
    set.call(template, inSvg ? `<svg>${text}</svg>` : (markup as string));
    const svg = inSvg && template.content.firstElementChild;
    return {
      root: template.content,
      text: () => get.call(svg || template),
    };
  };
}

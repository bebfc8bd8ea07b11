/**
 * `document.write` of a released script. While a page is parsed its output
 * lands where the script stands; once parsing is over the browser would
 * replace the whole page with it.
 */
import type { Trust } from './trusted-types.ts';

/** Ends a text: when the comment stands at the top level again, everything before it is complete. */
const endMark = 'samtycke';

/**
 * Puts what is written from now on behind the script, which is about to replace
 * `held`; `onContent` is told before it is inserted. Returns the undo, which
 * inserts what is still open.
 */
export function captureWrites(
  held: Element,
  script: Element,
  trust: Trust,
  onContent: (content: DocumentFragment) => void,
): () => void {
  const document = held.ownerDocument;
  const template = document.createElement('template');
  // The place stays where it is when the script removes itself.
  const place = document.createTextNode('');
  let text = '';
  let trusted = true;

  // What does not belong in <head> begins the body for a parser.
  if (held.parentNode === document.head) document.body.prepend(place);
  else held.after(place);

  function parse(markup: string): DocumentFragment {
    // A string that the page wrote stays one: only what was trusted before is trusted here.
    template.innerHTML = trusted ? trust('createHTML', markup) : markup;
    return template.content;
  }

  function insert(content: DocumentFragment): void {
    text = '';
    trusted = true;
    onContent(content);
    place.before(content);
  }

  function take(parts: readonly unknown[], end: string): void {
    trusted &&= parts.every((part) => typeof part !== 'string');
    text += parts.join('') + end;
    const content = parse(`${text}<!--${endMark}-->`);
    const mark = content.lastChild;
    if (mark?.nodeValue !== endMark) return; // an element is still open
    mark.remove();
    insert(content);
  }

  const undo = replaceWriters(document, script, {
    write: (...parts) => take(parts, ''),
    writeln: (...parts) => take(parts, '\n'),
    open: () => document, // while a page is parsed, neither does anything
    close: () => {},
  });
  return () => {
    undo();
    if (text) insert(parse(text));
    place.remove();
  };
}

type Writer = (...parts: unknown[]) => unknown;
type Writers = Record<'write' | 'writeln' | 'open' | 'close', Writer>;

/** Returns the undo. Someone who has wrapped a writer meanwhile keeps it; ours then only passes on. */
function replaceWriters(document: Document, script: Element, writers: Writers): () => void {
  const page = document as unknown as Writers;
  let active = true;
  const undos = (Object.keys(writers) as (keyof Writers)[]).map((name) => {
    const original = page[name];
    const ours: Writer = (...parts) => {
      const running = document.currentScript;
      // The browser itself ignores what another, external script writes.
      const others = running && running !== script && running.hasAttribute('src');
      return (active && !others ? writers[name] : original).apply(document, parts);
    };
    page[name] = ours;
    return () => {
      if (page[name] === ours) page[name] = original;
    };
  });
  return () => {
    active = false;
    for (const undo of undos) undo();
  };
}

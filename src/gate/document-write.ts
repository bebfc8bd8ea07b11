/**
 * `document.write` of a released script. While a page is parsed its output
 * lands where the script stands; once parsing is over the browser would
 * replace the whole page with it.
 */
import type { Trust } from './trusted-types.ts';

/** Ends a text: when the comment stands at the top level again, everything before it is complete. */
const endMark = 'samtycke';

export interface WriteTarget {
  readonly document: Document;
  readonly trust: Trust;
  /** Stands in the page and is about to be replaced by `script`. */
  readonly held: HTMLScriptElement;
  readonly script: HTMLScriptElement;
  /** Told of what was written before it is inserted. */
  onContent(content: DocumentFragment): void;
}

/** Puts what is written from now on behind the script. Returns the undo, which inserts what is still open. */
export function captureWrites(target: WriteTarget): () => void {
  const { document, trust, held, script } = target;
  const { parentNode, nextSibling } = held;
  const template = document.createElement('template');
  let last: ChildNode = script;
  let text = '';
  let trusted = true;

  function parse(markup: string): void {
    // A string that the page wrote stays one: only what was trusted before is trusted here.
    template.innerHTML = trusted ? trust('createHTML', markup) : markup;
  }

  function insertWritten(): void {
    const { content } = template;
    const { lastChild } = content;
    text = '';
    trusted = true;
    if (!lastChild) return;
    target.onContent(content);
    if (last === script && parentNode === document.head) {
      document.body.prepend(content); // what does not belong in <head> begins the body for a parser
    } else if (last.isConnected) last.after(content);
    else {
      const place = nextSibling?.parentNode === parentNode ? nextSibling : null;
      parentNode?.insertBefore(content, place);
    }
    last = lastChild;
  }

  function take(parts: readonly unknown[], end: string): void {
    trusted &&= parts.every((part) => typeof part !== 'string');
    text += parts.join('') + end;
    parse(`${text}<!--${endMark}-->`);
    const mark = template.content.lastChild;
    if (mark?.nodeValue !== endMark) return; // an element is still open
    mark.remove();
    insertWritten();
  }

  const undo = replaceWriters(document, script, {
    write: (...parts) => take(parts, ''),
    writeln: (...parts) => take(parts, '\n'),
    open: () => document, // while a page is parsed, neither does anything
    close: () => {},
  });
  return () => {
    undo();
    if (!text) return;
    parse(text);
    insertWritten();
  };
}

type Writers = Readonly<
  Record<'write' | 'writeln' | 'open' | 'close', (...parts: unknown[]) => unknown>
>;

/** Returns the undo. Someone who has wrapped a writer meanwhile keeps it; ours then only passes on. */
function replaceWriters(document: Document, script: Element, writers: Writers): () => void {
  let active = true;
  const undos = (Object.keys(writers) as (keyof Writers)[]).map((name) => {
    const own = Object.getOwnPropertyDescriptor(document, name);
    const original = document[name] as (...parts: unknown[]) => unknown;
    const ours = (...parts: unknown[]) => {
      const running = document.currentScript;
      // The browser itself ignores what another, external script writes.
      const others = running && running !== script && running.hasAttribute('src');
      return (active && !others ? writers[name] : original).apply(document, parts);
    };
    Object.defineProperty(document, name, { value: ours, configurable: true, writable: true });
    return () => {
      if (document[name] !== ours) return;
      if (own) Object.defineProperty(document, name, own);
      else delete (document as Partial<Document>)[name];
    };
  });
  return () => {
    active = false;
    for (const undo of undos) undo();
  };
}

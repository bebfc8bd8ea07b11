/** Starts scripts one after another, each once, in the order in which they were added. */
import type { Page } from '../page/page.ts';
import { replaceWriters, type Writers } from './document-write.ts';
import { start, tellsWhenRun } from './held-scripts.ts';
import { taggedElements } from './tagged-elements.ts';
import type { Trust } from './trusted-types.ts';

/** Ends what was written: when the comment stands at the top level again, everything before it is complete. */
const endMark = 'samtycke';

/** Takes what is held, in document order; what waits already is passed over, and what is no script. */
export type AddToQueue = (elements: Iterable<HTMLElement>) => void;

/**
 * `timeoutMs` is how long one script may hold back those after it. `mayStart` is asked right before
 * each start, and `started` gets what was started; `wrote` is told of what a script wrote before it is
 * inserted, and returns what is held in it. No object of options: it would cost the head script its names.
 */
export function createReleaseQueue(
  page: Page,
  trust: Trust,
  timeoutMs: number,
  report: (message: string, cause?: unknown) => void,
  mayStart: (held: HTMLScriptElement) => boolean | undefined,
  started: HTMLScriptElement[],
  wrote: (held: HTMLScriptElement, content: DocumentFragment) => readonly HTMLElement[],
): AddToQueue {
  const { document } = page;
  const { setTimeout, clearTimeout } = page.natives;
  // One chain for the page, so that what is accepted later never overtakes what was accepted before.
  const chain: HTMLScriptElement[] = [];
  let running = false;

  // The turn of one script: it, what runs in its place, and what that writes. Its place stays when it removes itself.
  let held: HTMLScriptElement | undefined;
  let script: HTMLScriptElement | undefined;
  let place: ChildNode | undefined;
  let text = '';
  let trusted = true;
  const written: HTMLScriptElement[] = [];
  const template = document.createElement('template');
  const writers: Writers = {
    write: (...parts) => write(parts),
    writeln: (...parts) => write(parts, '\n'),
    open: () => document, // while a page is parsed, neither does anything
    close: () => {},
  };
  // The browser itself ignores what another, external script writes.
  const isTurn = (it: Element | null) => place && (it === script || !it?.hasAttribute('src'));

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    await undefined; // scripts of the page run after the decision that released them, not within it
    let restoreWriters: (() => void) | undefined;
    // A page may have two hundred tags: few calls of ours for each.
    for (held = chain.shift(); held; held = chain.shift()) {
      // One that is passed over may come again, with another choice or in another place.
      if (
        held.localName !== 'script' ||
        !held.isConnected ||
        !held.matches(taggedElements) ||
        !mayStart(held)
      )
        continue;
      restoreWriters ??= replaceWriters(document, writers, isTurn);
      place = document.createTextNode('');
      // What does not belong in <head> begins the body for a parser.
      if (held.parentNode === document.head) document.body.prepend(place);
      else held.after(place);
      script = start(held, trust, started, report);
      // Also without an address: what a script has promised comes before the next script.
      await (script?.src && tellsWhenRun(script) && untilRun(script));
      if (text) write([], '', true);
      place.remove();
      place = undefined;
      chain.unshift(...written.splice(0)); // before everything that stands behind the script
    }
    restoreWriters?.();
    running = false;
  }

  /** Inserts what has been written, with this, if it is complete; at the end of a turn in any case. */
  function write(parts: readonly unknown[], end = '', isEnd?: boolean): void {
    // A string that the page wrote stays one: only what was trusted before is trusted here.
    const isTrusted = trusted && parts.every((part) => typeof part !== 'string');
    const all = text + parts.join('') + end;
    const markup = all + (isEnd ? '' : `<!--${endMark}-->`);
    template.innerHTML = isTrusted ? trust('createHTML', markup) : markup; // throws: then nothing was written
    const { content } = template;
    const mark = content.lastChild;
    text = isEnd || mark?.nodeValue === endMark ? '' : all;
    trusted = !text || isTrusted;
    if (text) return; // an element is still open
    if (!isEnd) mark?.remove();
    written.push(...(wrote(held as HTMLScriptElement, content) as HTMLScriptElement[]));
    place?.before(content);
  }

  /** A script that fails or hangs is reported and does not hold back the others. */
  function untilRun(script: HTMLScriptElement): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        report(`${script.src} took over ${timeoutMs} ms.`);
        resolve();
      }, timeoutMs);
      const end = ({ type }: Event) => {
        clearTimeout(timer);
        if (type === 'error') report(`${script.src} failed.`);
        resolve();
      };
      // Added last: the site's own listeners have run when the next script starts.
      script.addEventListener('load', end);
      script.addEventListener('error', end);
    });
  }

  return (elements) => {
    const deferred: HTMLScriptElement[] = [];
    for (const held of elements as Iterable<HTMLScriptElement>) {
      if (chain.includes(held)) continue;
      // Both attributes mean nothing to an inline script that is no module.
      if (!held.matches('[src],[data-src],[data-type=module]')) chain.push(held);
      else if (held.matches('script[async]')) {
        // Waits for nobody, and the browser itself ignores what it writes.
        if (mayStart(held)) start(held, trust, started, report);
      } else (held.matches('[defer],[data-type=module]') ? deferred : chain).push(held);
    }
    chain.push(...deferred);
    run();
  };
}

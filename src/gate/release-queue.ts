/** Starts scripts one after another, each once, in the order in which they were added. */
import type { Page } from '../page/page.ts';
import { captureWrites } from './document-write.ts';
import { addressOf, newRunningScript, tellsWhenRun, turnOf } from './held-scripts.ts';
import { taggedElements } from './tagged-elements.ts';
import type { Trust } from './trusted-types.ts';

/** Takes held scripts in document order; those that wait already are passed over. */
export type AddToQueue = (scripts: readonly HTMLScriptElement[]) => void;

/**
 * `timeoutMs` is how long one script may hold back those after it. `mayStart` is asked right before
 * each start; `wrote` is told of what a script wrote before it is inserted, and returns the scripts
 * in it, held. No object of options: it would cost the head script its names.
 */
export function createReleaseQueue(
  page: Page,
  trust: Trust,
  timeoutMs: number,
  report: (message: string, cause?: unknown) => void,
  mayStart: (held: HTMLScriptElement) => boolean | undefined,
  onStart: (held: HTMLScriptElement) => void,
  wrote: (held: HTMLScriptElement, content: DocumentFragment) => readonly HTMLScriptElement[],
): AddToQueue {
  const { setTimeout, clearTimeout } = page.natives;
  // One chain for the page, so that what is accepted later never overtakes what was accepted before.
  const chain: HTMLScriptElement[] = [];
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    await undefined; // scripts of the page run after the decision that released them, not within it
    for (let held = chain.shift(); held; held = chain.shift()) {
      const written: HTMLScriptElement[] = [];
      const started = start(held, written);
      if (turnOf(held) !== 'async') await started;
      chain.unshift(...written); // before everything that stands behind the script
    }
    running = false;
  }

  /** Without `written` nothing waits for the script, and the browser itself ignores what it writes. */
  async function start(held: HTMLScriptElement, written?: HTMLScriptElement[]): Promise<void> {
    // One that is passed over may come again, with another choice or in another place.
    if (!held.isConnected || !held.matches(taggedElements) || !mayStart(held)) return;
    held.type = 'text/started'; // once: neither it nor a clone of it is found again
    try {
      const script = newRunningScript(held, trust);
      const end =
        written &&
        captureWrites(held, script, trust, (content) => written.push(...wrote(held, content)));
      const hasRun = written && tellsWhenRun(script) && untilRun(script);
      onStart(held);
      held.replaceWith(script);
      if (hasRun) await hasRun;
      end?.();
    } catch (cause) {
      report(`Refused: ${addressOf(held) ?? held.text}`, cause);
    }
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

  return (scripts) => {
    const news = scripts.filter((held) => !chain.includes(held));
    const withTurn = (turn: string) => news.filter((held) => turnOf(held) === turn);
    chain.push(...withTurn('ordered'), ...withTurn('defer'));
    for (const held of withTurn('async')) start(held);
    run();
  };
}

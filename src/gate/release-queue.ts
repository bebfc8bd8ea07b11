/** Starts scripts one after another, each once, in the order in which they were added. */
import { SamtyckeError } from '../model/errors.ts';
import { nativesOf } from '../page/natives.ts';
import type { Page } from '../page/page.ts';
import { captureWrites } from './document-write.ts';
import { addressOf, isAsync, isDeferred, newRunningScript, tellsWhenRun } from './held-scripts.ts';
import type { Trust } from './trusted-types.ts';

export interface ReleaseQueueOptions {
  readonly page: Page;
  readonly trust: Trust;
  /** How long one script may hold back those after it, in milliseconds. */
  readonly timeoutMs: number;
  /** Asked right before each start. */
  mayStart(held: HTMLScriptElement): boolean;
  onStart(held: HTMLScriptElement): void;
  /** Told of what a script wrote before it is inserted; returns the scripts in it, held. */
  onWritten(content: DocumentFragment, by: HTMLScriptElement): readonly HTMLScriptElement[];
  onProblem(error: SamtyckeError): void;
}

/** Takes held scripts in document order; those it has had before are passed over. */
export type AddToQueue = (scripts: readonly HTMLScriptElement[]) => void;

export function createReleaseQueue(options: ReleaseQueueOptions): AddToQueue {
  const { page, trust } = options;
  const natives = nativesOf(page);
  // One chain for the page, so that what is accepted later never overtakes what was accepted before.
  const chain: HTMLScriptElement[] = [];
  const taken = new WeakSet<HTMLScriptElement>();
  let running = false;

  function take(scripts: readonly HTMLScriptElement[]): HTMLScriptElement[] {
    const news = scripts.filter((held) => !taken.has(held));
    for (const held of news) taken.add(held);
    return news;
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    await undefined; // scripts of the page run after the decision that released them, not within it
    for (let held = chain.shift(); held; held = chain.shift()) {
      const written: HTMLScriptElement[] = [];
      const started = start(held, (content) =>
        written.push(...take(options.onWritten(content, held as HTMLScriptElement))),
      );
      if (!isAsync(held)) await started;
      chain.unshift(...written); // before everything that stands behind the script
    }
    running = false;
  }

  async function start(
    held: HTMLScriptElement,
    onContent?: (content: DocumentFragment) => void,
  ): Promise<void> {
    if (!held.isConnected || !options.mayStart(held)) {
      taken.delete(held); // it may come again, with another choice or in another place
      return;
    }
    try {
      const script = newRunningScript(held, trust);
      const end =
        onContent && captureWrites({ document: page.document, trust, held, script, onContent });
      const hasRun = tellsWhenRun(script) && untilRun(script);
      options.onStart(held);
      held.replaceWith(script);
      held.type = 'text/started'; // a clone of it that the page inserts later is no news
      if (hasRun) await hasRun;
      end?.();
    } catch (cause) {
      report(`A script could not be started: ${addressOf(held) ?? held.text.slice(0, 80)}`, cause);
    }
  }

  /** A script that fails or hangs is reported and does not hold back the others. */
  function untilRun(script: HTMLScriptElement): Promise<void> {
    return new Promise((resolve) => {
      const timer = natives.setTimeout(() => {
        report(`${script.src} did not answer in ${options.timeoutMs} ms: those after it start.`);
        resolve();
      }, options.timeoutMs);
      const end = ({ type }: Event) => {
        natives.clearTimeout(timer);
        if (type === 'error') report(`${script.src} did not load.`);
        resolve();
      };
      // Added last: the site's own listeners have run when the next script starts.
      script.addEventListener('load', end);
      script.addEventListener('error', end);
    });
  }

  function report(message: string, cause?: unknown): void {
    options.onProblem(new SamtyckeError('release-failed', message, cause));
  }

  return (scripts) => {
    const news = take(scripts);
    const ordered = news.filter((held) => !isAsync(held));
    chain.push(
      ...ordered.filter((held) => !isDeferred(held)),
      ...ordered.filter((held) => isDeferred(held)),
    );
    for (const held of news) if (isAsync(held)) start(held);
    run();
  };
}

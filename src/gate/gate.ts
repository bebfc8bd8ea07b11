/** Holds scripts and embeds back until their category is accepted. */
import type { CategoryId } from '../model/category.ts';
import { SamtyckeError } from '../model/errors.ts';
import type { ServiceId } from '../model/service.ts';
import type { Page } from '../page/page.ts';
import { isPutAway, putAway, putInPlace } from './embeds.ts';
import { createReleaseQueue } from './release-queue.ts';
import { embedElements, taggedElements, tagOf } from './tagged-elements.ts';
import { holdsEmbed, placeTemplate, tagContents } from './templates.ts';
import { createTrust } from './trusted-types.ts';

/** What an element is tagged with. */
export interface Tag {
  /** `''` when the element names a service only. */
  readonly category: CategoryId;
  /** Present when it needs several categories, `category` among them; each is asked for. */
  readonly categories?: readonly CategoryId[];
  readonly service?: ServiceId;
}

/** An iframe, video, audio, embed or object, or a template that holds one, which waits for a yes: the UI puts a stand-in in its place. */
export interface HeldEmbed {
  readonly element: HTMLElement;
  readonly tag: Tag;
  /** Shows this one element now; nothing is stored and nothing else of its category starts. */
  showOnce(): void;
}

export interface GateOptions {
  readonly page: Page;
  /**
   * The choice as it is now; asked again before each single start, once for each category of a tag.
   * `undefined` = no category or service of this site: such an element stays held if it is, but is
   * otherwise left alone, since `data-category` may be the site's own.
   */
  allows(tag: Tag): boolean | undefined;
  onProblem(error: SamtyckeError): void;
  /** Called when the set of held embeds has changed. */
  onEmbeds(): void;
  /** How long one script may hold back those after it, in milliseconds. */
  readonly scriptTimeoutMs: number;
}

export interface Gate {
  /** Starts whatever is allowed now and has not started, in document order. Calling it again does no harm. */
  open(): void;
  /** Holds back again what can be: embeds that are no longer allowed. Scripts cannot be unloaded. */
  close(): void;
  /** The embeds held now, in document order. */
  embeds(): readonly HeldEmbed[];
  /** The tags of all scripts that have started in this page. */
  started(): readonly Tag[];
}

/** Starts to watch the page; what is allowed from the start (necessary) is released without `open`. */
export function createGate(options: GateOptions): Gate {
  const { page, onProblem } = options;
  const { document, window } = page;
  const trust = createTrust(window, onProblem);
  const started: Tag[] = [];
  /** What the visitor asked to see this once, and what came out of it. */
  let once = new WeakSet<Element>();
  /** Elements that loaded through us; like embeds, they are put away again. */
  const inPlace = new WeakSet<Element>();
  const failed = new WeakSet<Element>();
  let held: readonly HeldEmbed[] = [];
  // Until parsing is over nothing starts: what stands further down might have to come first.
  let parsing = document.readyState === 'loading';

  const addToQueue = createReleaseQueue({
    page,
    trust,
    onProblem,
    timeoutMs: options.scriptTimeoutMs,
    mayStart: (script) => allows(script) === true,
    onStart: (script) => started.push(tagOf(script) as Tag),
    onWritten: (content, by) => inherit(by, tagContents(content, tagOf(by) as Tag)),
  });

  function allows(element: Element): boolean | undefined {
    const tag = tagOf(element);
    if (!tag) return;
    if (once.has(element)) return true;
    let answer: boolean | undefined = true;
    for (const category of tag.categories ?? [tag.category]) {
      answer &&= options.allows({ ...tag, category });
    }
    return answer;
  }

  function find(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(taggedElements)];
  }

  /** What was asked for once takes what comes out of it along. Returns the scripts. */
  function inherit(from: Element, tagged: readonly HTMLElement[]): HTMLScriptElement[] {
    for (const element of tagged) if (once.has(from)) once.add(element);
    return tagged.filter(isScript);
  }

  /** Anything but a script: at once and where it stands. */
  function release(element: HTMLElement): void {
    if (failed.has(element)) return;
    try {
      if (isTemplate(element)) inherit(element, placeTemplate(element, tagOf(element) as Tag));
      else if (putInPlace(element, trust)) inPlace.add(element);
    } catch (cause) {
      failed.add(element);
      onProblem(
        new SamtyckeError('release-failed', `A <${element.localName}> was refused.`, cause),
      );
    }
  }

  function releaseAllowed(): void {
    if (parsing) return;
    // Templates first: their scripts have a place in the order too.
    for (const element of find()) if (isTemplate(element) && allows(element)) release(element);
    const allowed = find().filter(allows);
    for (const element of allowed) if (!isScript(element)) release(element);
    addToQueue(allowed.filter(isScript));
  }

  function putAwayRefused(): void {
    for (const element of find()) {
      // One that was put away by hand may keep what it shows meanwhile, such as a poster.
      const loads = inPlace.has(element) || (element.matches(embedElements) && !isPutAway(element));
      if (loads && allows(element) === false) putAway(element);
    }
  }

  function isHeldEmbed(element: HTMLElement): boolean {
    const waits = isTemplate(element)
      ? holdsEmbed(element)
      : element.matches(embedElements) && isPutAway(element);
    return waits && allows(element) === false;
  }

  function newHeldEmbed(element: HTMLElement): HeldEmbed {
    return {
      element,
      tag: tagOf(element) as Tag,
      showOnce() {
        once.add(element);
        release(element);
        update();
      },
    };
  }

  function listEmbeds(): void {
    const elements = find().filter(isHeldEmbed);
    if (elements.length === held.length && elements.every((one, i) => one === held[i]?.element)) {
      return;
    }
    held = elements.map(
      (element) => held.find((embed) => embed.element === element) ?? newHeldEmbed(element),
    );
    options.onEmbeds();
  }

  function update(): void {
    putAwayRefused();
    releaseAllowed();
    listEmbeds();
  }

  // One callback for a batch of nodes, whatever their number, and none of ours for each node.
  new window.MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes as NodeListOf<Element>) {
        if (
          node.nodeType === 1 && // element
          (node.matches(taggedElements) ||
            (node.firstElementChild && node.querySelector(taggedElements)))
        ) {
          update();
          return;
        }
      }
    }
    if (held.some(({ element }) => !element.isConnected)) listEmbeds();
  }).observe(document, { childList: true, subtree: true });

  if (parsing) {
    document.addEventListener('DOMContentLoaded', () => {
      parsing = false;
      update();
    });
  } else window.queueMicrotask(update);

  return {
    open() {
      releaseAllowed();
      listEmbeds();
    },
    close() {
      once = new WeakSet();
      putAwayRefused();
      listEmbeds();
    },
    embeds: () => held,
    started: () => started,
  };
}

function isScript(element: Element): element is HTMLScriptElement {
  return element.localName === 'script';
}

function isTemplate(element: Element): element is HTMLTemplateElement {
  return element.localName === 'template';
}

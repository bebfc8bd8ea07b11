/** Holds scripts and embeds back until their category is accepted. */
import { SamtyckeError } from '../model/errors.ts';
import type { Page } from '../page/page.ts';
import { isPutAway, putAway, putInPlace } from './embeds.ts';
import { createReleaseQueue } from './release-queue.ts';
import { post, shadowRoots } from './released.ts';
import { embedElements, type Tag, taggedElements, tagOf } from './tagged-elements.ts';
import { holdsEmbed, placeTemplate, tagContents } from './templates.ts';
import { createTrust } from './trusted-types.ts';

export type { Tag };

/** An iframe, video, audio, embed or object, or a template that holds one, which waits for a yes: the UI puts a stand-in in its place. */
export interface HeldEmbed {
  readonly element: HTMLElement;
  readonly tag: Tag;
  /** Shows this one element now; nothing is stored and nothing else of its category starts. */
  showOnce(): void;
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

/** Nodes in one batch, from which on the browser finds tagged ones in the whole page faster than we do among them. */
const many = 999;

/**
 * Starts to watch the page; what is allowed from the start (necessary) is released without `open`.
 *
 * `allowsTag` gives the choice as it is now, and is asked again after each change, once for each
 * category of the tags in the page. `undefined` = no category or service of this site: such an element stays
 * held if it is, but is otherwise left alone, since `data-category` may be the site's own.
 * `onEmbeds` is called when the set of held embeds has changed; `scriptTimeoutMs` is how long one
 * script may hold back those after it.
 */
export function createGate(
  page: Page,
  scriptTimeoutMs: number,
  allowsTag: (tag: Tag) => boolean | undefined,
  onProblem: (error: SamtyckeError) => void,
  onEmbeds: () => void,
): Gate {
  const { document, window } = page;
  const report = (message: string, cause?: unknown) =>
    onProblem(new SamtyckeError('release-failed', message, cause));
  const trust = createTrust(window, report);
  const started: HTMLScriptElement[] = [];
  /** What the choice of now says, by what tags say: a page has many of few kinds. */
  let answers: Record<string, boolean | undefined> = {};
  /** What the visitor asked to see this once, and what came out of it. */
  let once = new WeakSet<Element>();
  /** Elements that loaded through us; like embeds, they are put away again. */
  const inPlace = new WeakSet<Element>();
  const failed = new WeakSet<Element>();
  let held: readonly HeldEmbed[] = [];
  // Until parsing is over nothing starts: what stands further down might have to come first.
  let parsing = document.readyState === 'loading';

  const addToQueue = createReleaseQueue(
    page,
    trust,
    scriptTimeoutMs,
    report,
    allows,
    started,
    (script, content) => inherit(script, tagContents(content, tagOf(script))),
  );

  function allows(element: Element): boolean | undefined {
    const words = JSON.stringify((element as HTMLElement).dataset) + element.getAttribute('class');
    let answer = answers[words];
    if (answer === undefined) {
      const tag = tagOf(element);
      answer = true;
      for (const category of tag.categories ?? [tag.category]) {
        answer &&= allowsTag({ ...tag, category });
      }
      answers[words] = answer;
    }
    return once.has(element) || answer;
  }

  function find(): Iterable<HTMLElement> {
    const tagged = document.querySelectorAll<HTMLElement>(taggedElements);
    if (!__GUARD__) return tagged;
    const found = [...tagged];
    for (const seen of shadowRoots) {
      const root = seen.deref();
      if (!root) shadowRoots.delete(seen);
      else if (root.isConnected) {
        // Where its host stands, or what that stands in: scripts start in the order of the page.
        let at = -1;
        for (let host = root.host; host && at < 0; { host } = host.getRootNode() as ShadowRoot) {
          at = found.findIndex((one) => (host.compareDocumentPosition(one) & 5) === 4);
        }
        found.splice(at < 0 ? 1e9 : at, 0, ...root.querySelectorAll<HTMLElement>(taggedElements));
      }
    }
    return found;
  }

  /** What was asked for once takes what comes out of it along. */
  function inherit(from: Element, tagged: readonly HTMLElement[]): readonly HTMLElement[] {
    for (const element of tagged) if (once.has(from)) once.add(element);
    return tagged;
  }

  /** Anything but a script: at once and where it stands. */
  function release(element: HTMLElement): void {
    if (failed.has(element)) return;
    try {
      if (isTemplate(element)) inherit(element, placeTemplate(element, tagOf(element)));
      else if (putInPlace(element, trust)) inPlace.add(element);
    } catch (cause) {
      failed.add(element);
      report(`Refused: ${element.outerHTML}`, cause);
    }
  }

  /** Makes the page agree with the choice. */
  function update(start = !parsing): void {
    answers = {};
    const embeds: HTMLElement[] = [];
    for (const element of find()) {
      if (element.localName === 'script') continue;
      const allowed = allows(element);
      const isEmbed = element.matches(embedElements);
      if (allowed === false) {
        // One that was put away by hand may keep what it shows meanwhile, such as a poster.
        if (inPlace.delete(element) || (isEmbed && !isPutAway(element))) putAway(element);
        // In a shadow root our style sheet does not reach: no stand-in.
        if (__GUARD__ && element.getRootNode() !== document) continue;
        if (isTemplate(element) ? holdsEmbed(element) : isEmbed && isPutAway(element)) {
          embeds.push(element);
        }
      } else if (allowed && start) release(element);
    }
    // Looked for again, since templates have brought theirs.
    if (start) addToQueue(find());
    if (held[embeds.length] || embeds.some((one, i) => one !== held[i]?.element)) {
      held = embeds.map((one) => held.find(({ element }) => element === one) ?? newHeldEmbed(one));
      onEmbeds();
    }
    if (__GUARD__) watch();
  }

  function newHeldEmbed(element: HTMLElement): HeldEmbed {
    return {
      element,
      tag: tagOf(element),
      showOnce() {
        once.add(element);
        release(element);
        update();
      },
    };
  }

  // One callback for a batch of nodes, whatever their number, and none of ours for each node.
  const observer = new window.MutationObserver((records) => {
    // The parser stops after each script: nothing but embeds is touched before its end.
    const wanted = parsing ? embedElements : taggedElements;
    let found: unknown = !held.every(({ element }) => element.isConnected);
    if (__GUARD__ && records.length + (records[0]?.addedNodes.length ?? 0) > many)
      found ||= document.querySelector(wanted);
    else {
      for (const { addedNodes } of records) {
        for (const node of addedNodes as NodeListOf<Element>) {
          // Text and comments have neither.
          found ||= node.matches?.(wanted) || node.querySelector?.(wanted);
        }
      }
    }
    if (found) update();
    // Lost with other content: a framework has swapped the page. Who takes it out alone wants it gone.
    const { kept } = page;
    const isAlone = !records[1] && records[0]?.removedNodes[0] === kept;
    if (kept && !kept.isConnected && !isAlone) {
      document.body?.append(kept);
      if (__GUARD__) watch();
    }
  });

  /** An observer of the whole page doubles what a node costs. The guard sees those that scripts insert anyway. */
  function watch(): void {
    if (__GUARD__) observer.disconnect();
    if (!__GUARD__ || parsing || !post.isTaken) {
      observer.observe(document, { childList: true, subtree: true });
    } else {
      // It tells of what goes out, with all that holds it.
      const ours: (Element | undefined)[] = [page.kept];
      for (const { element } of held) ours.push(element);
      for (const element of ours) {
        for (let at: Node | null | undefined = element; at; at = at.parentNode) {
          observer.observe(at, { childList: true });
        }
      }
    }
  }
  watch();

  const startWhenParsed = () => {
    parsing = false;
    update();
  };
  if (parsing) document.addEventListener('DOMContentLoaded', startWhenParsed);
  else window.queueMicrotask(startWhenParsed);

  return {
    open: () => update(),
    close() {
      once = new WeakSet();
      update(false);
    },
    embeds: () => held,
    started: () => started.map(tagOf),
  };
}

function isTemplate(element: Element): element is HTMLTemplateElement {
  return element.localName === 'template';
}

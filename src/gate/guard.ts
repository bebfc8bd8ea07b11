/**
 * Holds back what nobody has tagged, for services that the site declares: in markup as it is parsed,
 * and in whatever scripts insert, call or store. What can be held as an element gets a tag, and the
 * gate releases it like any other; calls that are held are dropped.
 */
import type { Service } from '../model/service.ts';
import { createInertParser } from '../page/inert-markup.ts';
import type { HeldCall, Page } from '../page/page.ts';
import { guardedRules } from '../services/guarded-rules.ts';
import { createDeadEnds } from './dead-ends.ts';
import { guardFrames } from './frames.ts';
import { createHoldRules } from './hold-rules.ts';
import { htmlTraps } from './html-strings.ts';
import { insertionTraps } from './insertions.ts';
import { createPatches, type Realm } from './patches.ts';
import { post, released, shadowRoots } from './released.ts';
import { guardEvents, requestTraps } from './requests.ts';
import { storageTraps } from './stored-names.ts';
import { guardStyles } from './style-texts.ts';
import { createTrust } from './trusted-types.ts';
import { createUntagged, loadingAttributes } from './untagged-elements.ts';
import { guardUrlProperties } from './url-properties.ts';
import { workerTraps } from './workers.ts';

export interface GuardOptions {
  readonly page: Page;
  readonly services: readonly Service[];
  /** The choice as it is now; asked at each call and each element. */
  permits(service: Service): boolean;
  /** Called when something with a tag may have come into the page; once for all that one script does. */
  onTagged(): void;
}

export interface Guard {
  /** Stands down when everything is accepted, and takes its post again when something no longer is. */
  update(): void;
}

export function createGuard({ page, services, permits, onTagged }: GuardOptions): Guard {
  const { document, window } = page;
  const patches = createPatches();
  const held: HeldCall[] = [];
  page.held = held;
  const rules = createHoldRules(document, services, permits, (what, found) => {
    // No more of a page that tries again every second.
    if (!held[500]) held.push([what, found, patches.called]);
  });
  // The gate, which makes the same policy, says so when it is refused.
  const trust = createTrust(window, () => {});
  const parse = createInertParser(window);
  let isTelling = false;
  const tell = () => {
    if (isTelling) return;
    isTelling = true;
    window.queueMicrotask(() => {
      isTelling = false;
      onTagged();
    });
  };
  const untagged = createUntagged(document, rules, parse, tell);

  /** Returns a function that looks for new frames in `realm`. */
  function install(realm: Realm): () => void {
    const { traps, lookAtFrames } = guardFrames(realm, install);
    const deadEnds = createDeadEnds(realm, page.natives);
    guardEvents(realm, rules);
    guardUrlProperties(patches, realm, untagged, rules);
    guardStyles(patches, realm, rules);
    for (const some of [
      traps,
      insertionTraps(untagged, rules, lookAtFrames, noteRoot),
      htmlTraps(rules, parse, untagged, trust, lookAtFrames, tell, lookAt),
      requestTraps(realm, rules, deadEnds),
      storageTraps(realm, rules, deadEnds.newDeadEnd),
      workerTraps(realm, rules, deadEnds.newDeadEnd),
    ]) {
      patches.put(realm, some);
    }
    lookAtFrames();
    return lookAtFrames;
  }

  // Only the parser inserts what passes none of our functions.
  const observer = new window.MutationObserver(look);
  function look(records: readonly MutationRecord[]): void {
    for (const { addedNodes, target } of records) {
      // What a text says may be known only with its last part: the parser brings it as the network does.
      const whole = (target.nodeType === 3 ? target.parentNode : target) as Element | null;
      if (/^s(cript|tyle)$/.test(whole?.localName ?? '')) untagged.check(whole as Element, true);
      lookAt(addedNodes as NodeListOf<Element>);
    }
    lookAtOwnFrames();
  }
  function lookAt(nodes: Iterable<Element>): void {
    for (const node of nodes) {
      // No call of ours for what is no candidate.
      if (loadingAttributes.has(node.localName) || node.getAttribute?.('style')) {
        untagged.check(node, true);
      }
      // A parser makes such roots by itself.
      const { shadowRoot } = node;
      if (shadowRoot) {
        noteRoot(shadowRoot);
        lookAt(shadowRoot.querySelectorAll('*'));
        tell();
      }
    }
  }
  function noteRoot(root: ShadowRoot): void {
    if (released.has(root)) return;
    released.add(root);
    shadowRoots.add(new WeakRef(root));
    guardEvents(root, rules);
    watch(root);
  }
  function watch(root: Node): void {
    if (document.readyState !== 'loading') return;
    observer.observe(root, { subtree: true, childList: true, characterData: true });
  }

  let lookAtOwnFrames: () => void;
  document.addEventListener('DOMContentLoaded', () => {
    if (post.isTaken) look(observer.takeRecords());
    observer.disconnect();
    // Nobody hears of one that the parser makes a while after its host, in a known root too, or when no
    // guard is on post.
    for (const host of document.querySelectorAll('*')) if (host.shadowRoot) lookAt([host]);
  });
  return {
    update() {
      const isNeeded = rules.isNeeded();
      if (isNeeded === post.isTaken) return;
      post.isTaken = isNeeded;
      if (!isNeeded) {
        observer.disconnect();
        patches.undo();
        return;
      }
      lookAtOwnFrames = install(window);
      watch(document);
    },
  };
}

/** For a page whose configuration cannot be read: everything that we know waits for good. */
export function guardKnownServices(page: Page): void {
  const services: Service[] = [];
  for (const id in guardedRules) services.push({ id, category: '' });
  createGuard({ page, services, permits: () => false, onTagged() {} }).update();
}

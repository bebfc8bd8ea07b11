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
import { post, shadowRoots } from './released.ts';
import { requestTraps } from './requests.ts';
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

  function install(realm: Realm): void {
    const { traps, lookAtFrames } = guardFrames(realm, install);
    const deadEnds = createDeadEnds(realm, page.natives);
    guardUrlProperties(patches, realm, untagged, rules);
    guardStyles(patches, realm, rules);
    for (const some of [
      traps,
      insertionTraps(untagged, lookAtFrames, (root) => {
        shadowRoots.add(new WeakRef(root));
      }),
      htmlTraps(rules, parse, untagged, trust, lookAtFrames, tell),
      requestTraps(realm, rules, deadEnds),
      storageTraps(realm, rules, deadEnds.newDeadEnd),
      workerTraps(realm, rules, deadEnds.newDeadEnd),
    ]) {
      patches.put(realm, some);
    }
    lookAtFrames();
  }

  // Only the parser inserts what passes none of our functions.
  const observer = new window.MutationObserver(look);
  function look(records: readonly MutationRecord[]): void {
    for (const { addedNodes, target } of records) {
      // What a text says may be known only with its last part: the parser brings it as the network does.
      const whole = (target.nodeType === 3 ? target.parentNode : target) as Element | null;
      if (/^s(cript|tyle)$/.test(whole?.localName ?? '')) untagged.check(whole as Element, true);
      for (const node of addedNodes as NodeListOf<Element>) {
        // No call of ours for what is no candidate.
        if (loadingAttributes.has(node.localName) || node.getAttribute?.('style')) {
          untagged.check(node, true);
        }
      }
    }
  }

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
      install(window);
      if (document.readyState !== 'loading') return;
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      document.addEventListener('DOMContentLoaded', () => {
        look(observer.takeRecords());
        observer.disconnect();
      });
    },
  };
}

/** For a page whose configuration cannot be read: everything that we know waits for good. */
export function guardKnownServices(page: Page): void {
  const services: Service[] = [];
  for (const id in guardedRules) services.push({ id, category: '' });
  createGuard({ page, services, permits: () => false, onTagged() {} }).update();
}

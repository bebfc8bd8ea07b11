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
import { shadowRoots } from './released.ts';
import { requestTraps } from './requests.ts';
import { storageTraps } from './stored-names.ts';
import { styleTraps } from './style-texts.ts';
import { createTrust } from './trusted-types.ts';
import { createUntagged, loadingAttributes } from './untagged-elements.ts';
import { guardUrlProperties } from './url-properties.ts';
import { workerTraps } from './workers.ts';

export interface GuardOptions {
  readonly page: Page;
  readonly services: readonly Service[];
  /** The choice as it is now; asked at each call and each element. */
  permits(service: Service): boolean;
  /** Called when an element that stands in the page was held: the gate has not seen it come. */
  onHeld(): void;
}

export interface Guard {
  /** Stands down when everything is accepted, and takes its post again when something no longer is. */
  update(): void;
}

export function createGuard({ page, services, permits, onHeld }: GuardOptions): Guard {
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
  const untagged = createUntagged(document, rules, parse, onHeld);

  function install(realm: Realm): void {
    const { traps, lookAtFrames } = guardFrames(realm, install);
    const deadEnds = createDeadEnds(realm, page.natives);
    guardUrlProperties(patches, realm, untagged, rules);
    for (const some of [
      traps,
      insertionTraps(untagged, lookAtFrames, (root) => {
        shadowRoots.add(new WeakRef(root));
        observer.observe(root, styles);
      }),
      htmlTraps(rules, parse, untagged, trust, lookAtFrames),
      styleTraps(rules),
      requestTraps(realm, rules, deadEnds),
      storageTraps(realm, rules, deadEnds.newDeadEnd),
      workerTraps(realm, rules, deadEnds.newDeadEnd),
    ]) {
      patches.put(realm, some);
    }
    lookAtFrames();
  }

  // Only the parser inserts what passes none of our functions, and in Chromium nothing else tells of
  // `style.background = …`: it is fetched when the page is drawn, which is later.
  const observer = new window.MutationObserver(look);
  function look(records: readonly MutationRecord[]): void {
    for (const { addedNodes, target, attributeName } of records) {
      if (attributeName) untagged.cleanStyle(target as Element);
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

  const styles = { subtree: true, attributeFilter: ['style'] };
  let isOnPost = false;
  return {
    update() {
      const isNeeded = rules.isNeeded();
      if (isNeeded === isOnPost) return;
      isOnPost = isNeeded;
      if (!isNeeded) {
        observer.disconnect();
        patches.undo();
        return;
      }
      install(window);
      const parsing = document.readyState === 'loading';
      observer.observe(document, { ...styles, childList: parsing, characterData: parsing });
      document.addEventListener('DOMContentLoaded', () => {
        look(observer.takeRecords());
        if (isOnPost) observer.observe(document, styles);
      });
    },
  };
}

/** For a page whose configuration cannot be read: everything that we know waits for good. */
export function guardKnownServices(page: Page): void {
  const services: Service[] = [];
  for (const id in guardedRules) services.push({ id, category: '' });
  createGuard({ page, services, permits: () => false, onHeld() {} }).update();
}

/**
 * Holds back what nobody has tagged, for services that the site declares: in markup as it is parsed,
 * and in whatever scripts insert, call or store. What can be held as an element gets a tag, and the
 * gate releases it like any other; calls that are held are dropped.
 */
import type { Service } from '../model/service.ts';
import { createInertParser } from '../page/inert-markup.ts';
import type { Page } from '../page/page.ts';
import { guardedRules } from '../services/guarded-rules.ts';
import { guardCookieWrites } from './cookie-writes.ts';
import { guardFrames } from './frames.ts';
import { createHoldRules } from './hold-rules.ts';
import { guardHtmlStrings } from './html-strings.ts';
import { guardInsertions } from './insertions.ts';
import { createPatches, type Realm } from './patches.ts';
import { guardRequests } from './requests.ts';
import { guardStyleTexts } from './style-texts.ts';
import { createTrust } from './trusted-types.ts';
import { createUntagged, loadingAttributes } from './untagged-elements.ts';
import { guardUrlProperties } from './url-properties.ts';

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
  const rules = createHoldRules(document, services, permits);
  // The gate, which makes the same policy, says so when it is refused.
  const trust = createTrust(window, () => {});
  const patches = createPatches();
  const parse = createInertParser(window);
  const untagged = createUntagged(document, rules, parse, onHeld);
  const natives = page.natives;

  function install(realm: Realm): void {
    const lookAtFrames = guardFrames(patches, realm, install);
    guardUrlProperties(patches, realm, untagged, rules);
    guardInsertions(patches, realm, untagged, lookAtFrames);
    guardHtmlStrings(patches, realm, rules, parse, untagged, trust, lookAtFrames);
    guardStyleTexts(patches, realm, rules);
    guardRequests(patches, realm, rules, natives);
    guardCookieWrites(patches, realm, rules, page.now);
    lookAtFrames();
  }

  // Only the parser inserts what passes none of our functions.
  const observer = new window.MutationObserver(look);
  function look(records: readonly MutationRecord[]): void {
    for (const { addedNodes } of records) {
      for (const node of addedNodes as NodeListOf<Element>) {
        // No call of ours for what is no candidate.
        if (loadingAttributes.has(node.localName) || node.getAttribute?.('style')) {
          untagged.check(node, true);
        }
      }
    }
  }

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
      if (document.readyState === 'loading') {
        observer.observe(document, { childList: true, subtree: true });
        document.addEventListener('DOMContentLoaded', () => {
          look(observer.takeRecords());
          observer.disconnect();
        });
      }
    },
  };
}

/** For a page whose configuration cannot be read: everything that we know waits for good. */
export function guardKnownServices(page: Page): void {
  const services: Service[] = [];
  for (const id in guardedRules) services.push({ id, category: '' });
  createGuard({ page, services, permits: () => false, onHeld() {} }).update();
}

/** Puts the product's own tags first in `<head>`, each unless the page has it already. */
import type { StartTag } from './html-reader.ts';
import { insertion, type Patch } from './patch.ts';
import { wallReloadId } from './wall-reload.ts';

/** Markup to put in, in this order; absent parts are left out. */
export interface HeadParts {
  /** The line that stops Chromium's preload scanner. */
  readonly calm?: string;
  /** The configuration block. */
  readonly config?: string;
  /** The script that builds the wall in the page. */
  readonly wall?: string;
  /** The head script. */
  readonly script?: string;
  /** What reloads a page behind a wall. */
  readonly reload?: string;
}

/** How the parts are known in a page: ours, and those that an owner has written. */
export const scriptId = 'samtycke-head';
export const wallId = 'samtycke-page-wall';
export const ownScriptIds: readonly string[] = [scriptId, wallId];
const configId = 'samtycke-config';
const wallFile = /(^|\/)samtycke\.wall\.js([?#]|$)/;
const scriptFile = /(^|\/)samtycke(\.all|\.guard)?\.js([?#]|$)/;

/** Nothing before these loads anything, and a `<meta charset>` must stay within the first kilobyte. */
const before = /^(html|head|meta|title|base)$/;
/** What a browser puts into `<head>`, whether or not it is closed. */
const inHead = /^(html|head|meta|title|base|basefont|bgsound|link|style|script|noscript|noframes)$/;

export interface HeadInserter {
  sawDocument(): void;
  sawStartTag(tag: StartTag): void;
  sawEndTag(tag: { readonly name: string; readonly start: number }): void;
  sawText(start: number): void;
  sawEnd(at: number): void;
  /** True once the parts are in, or have no place: text may be passed on as it comes. */
  isDone(): boolean;
  /** Nothing from here on may be passed on yet. */
  holdFrom(): number;
}

export function createHeadInserter(parts: HeadParts = {}, patch: Patch): HeadInserter {
  const missing = { ...parts };
  let isDocument = false;
  let place: number | undefined;
  let done = Object.keys(missing).length === 0;

  function finish(): void {
    if (done) return;
    done = true;
    // A fragment that a page fetches later is no page.
    if (!isDocument || place === undefined) return;
    const { calm = '', config = '', wall = '', script = '', reload = '' } = missing;
    patch.edit(insertion(place, calm + config + wall + script + reload));
  }

  return {
    sawDocument() {
      isDocument = true;
    },
    sawStartTag(tag) {
      if (done) return;
      const { name, attributes, start } = tag;
      if (/^(html|head|title|body)$/.test(name)) isDocument = true;
      const isCalm = attributes.get('content')?.value === 'base-uri *';
      if (name === 'meta' && isCalm) {
        place ??= start;
        delete missing.calm;
      }
      if (!before.test(name)) place ??= start;
      if (name === 'script') {
        const id = attributes.get('id')?.value;
        const src = attributes.get('src')?.value ?? '';
        if (id === configId) delete missing.config;
        if (id === wallReloadId) delete missing.reload;
        if (id === wallId || wallFile.test(src)) delete missing.wall;
        if (id === scriptId || scriptFile.test(src)) delete missing.script;
      }
      if (!inHead.test(name)) finish();
    },
    sawEndTag({ name, start }) {
      if (!/^(head|body|html)$/.test(name)) return;
      place ??= start;
      finish();
    },
    sawText(start) {
      place ??= start;
      finish();
    },
    sawEnd(at) {
      place ??= at;
      finish();
    },
    isDone: () => done,
    holdFrom: () => (done ? Infinity : (place ?? Infinity)),
  };
}

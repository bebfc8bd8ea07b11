/**
 * Tags what a page loads of declared services, in HTML that nobody has prepared. Everything else is passed on as
 * it came; a second run changes nothing.
 */
import type { Config } from '../model/config.ts';
import type { Service } from '../model/service.ts';
import {
  createDeclaredServices,
  type DeclaredServices,
  tagFor,
  unique,
} from './declared-services.ts';
import { createHeadInserter, type HeadParts, ownScriptIds } from './head-inserter.ts';
import { createHeldStyles, escaped, type HeldStyles } from './held-styles.ts';
import { createHtmlReader, type StartTag } from './html-reader.ts';
import { copyOfTag, ownerTagOf } from './owner-tag.ts';
import { createPatch, insertion } from './patch.ts';
import { scriptTypeOf } from './script-type.ts';
import { holdScript, tagElement } from './tag-element.ts';

/** One element that was held back. */
export interface TaggedItem {
  /** The name of its element; `style` for what CSS loads. */
  readonly element: string;
  /** The ids of the services that it belongs to. */
  readonly services: readonly string[];
  /** Where its tag begins in the source. */
  readonly offset: number;
}

export interface RewriterOptions {
  readonly config: Config;
  /** Where the page is served, to resolve relative URLs. Default: they belong to no service. */
  readonly pageUrl?: string;
  /** What to put in first in `<head>`, each unless it is there already. Default: nothing. */
  readonly head?: HeadParts;
  /** The nonce of the page's policy, for elements that are put in. */
  readonly nonce?: string;
  /** How the source is encoded: text, or bytes as Latin-1, one character each. Default `'text'`. */
  readonly source?: 'text' | 'bytes';
}

export interface Rewriter {
  /** Takes a piece of HTML; gives what is ready to be passed on. */
  write(chunk: string): string;
  /** Gives the rest. */
  end(): string;
  /** What was tagged so far. */
  readonly tagged: readonly TaggedItem[];
}

export function createRewriter(options: RewriterOptions): Rewriter {
  return createRewriterOf('document', options);
}

/** The whole text at once. */
export function tagHtml(
  html: string,
  options: RewriterOptions,
): { readonly html: string; readonly tagged: readonly TaggedItem[] } {
  const rewriter = createRewriter(options);
  const start = rewriter.write(html);
  return { html: start + rewriter.end(), tagged: rewriter.tagged };
}

/** What a page and the inside of its `<noscript>` elements share. */
interface Shared {
  readonly decode: (text: string) => string;
  readonly declared: DeclaredServices;
  readonly styles: HeldStyles;
}

function newShared({ config, pageUrl, source = 'text' }: RewriterOptions): Shared {
  const decode = source === 'bytes' ? decodeUtf8 : (text: string) => text;
  const declared = createDeclaredServices(config, pageUrl);
  return { decode, declared, styles: createHeldStyles(declared, decode) };
}

function createRewriterOf(
  kind: 'document' | 'noscript',
  options: RewriterOptions,
  shared = newShared(options),
): Rewriter {
  const { config, head, nonce } = options;
  const { decode, declared, styles } = shared;
  const patch = createPatch();
  const inserter = createHeadInserter(kind === 'document' ? head : {}, patch);
  const tagged: TaggedItem[] = [];
  /** The tags of the templates that are open, by their depth; `undefined` for an untagged one. */
  const templates: (string | undefined)[] = [];
  /** The element that holds only text, up to its end tag. */
  let textElement: StartTag | undefined;
  let hasBase = false;

  const note = (tag: StartTag, services: readonly Service[], element = tag.name) => {
    if (services.length > 0)
      tagged.push({ element, services: services.map(({ id }) => id), offset: tag.start });
  };
  const servicesIn = (html: string): readonly Service[] => {
    // A document of its own: what it may put in the head stays out.
    const ids = new Set(tagHtml(html, { config }).tagged.flatMap(({ services }) => services));
    return config.services.filter(({ id }) => ids.has(id));
  };

  const reader = createHtmlReader(kind, patch.source, {
    doctype: inserter.sawDocument,
    text: inserter.sawText,
    startTag(tag) {
      inserter.sawStartTag(tag);
      if (tag.name === 'base' && !hasBase && !tag.isForeign) {
        const href = tag.attributes.get('href');
        hasBase = href !== undefined;
        if (href) declared.setBase(decode(href.value));
      }
      const finding = tagElement(tag, {
        declared,
        decode,
        servicesIn,
        source: patch.source,
        templateTag: templates.findLast((one) => one !== undefined),
      });
      for (const edit of finding?.edits ?? []) patch.edit(edit);
      note(tag, finding?.services ?? []);
      holdStyleAttribute(tag);
      if (tag.name === 'template' && tag.templates > templates.length) {
        templates[tag.templates - 1] =
          ownerTagOf(tag, declared) === 'waits' ? copyOfTag(tag, patch.source) : undefined;
      }
      const isTextInSvg = tag.isForeign && !tag.isSelfClosed && /^(script|style)$/.test(tag.name);
      if (isTextInSvg || (tag.holdsText && /^(script|style|noscript)$/.test(tag.name))) {
        textElement = tag;
      }
    },
    endTag(tag) {
      inserter.sawEndTag(tag);
      if (textElement?.name === tag.name) holdText(tag.start);
      templates.length = Math.min(templates.length, tag.templates);
      if (tag.name === 'body' && kind === 'document')
        patch.edit(insertion(tag.start, styles.takeLinks(nonce)));
    },
  });

  /** What an element that holds only text loads: an inline script, a style sheet, markup for browsers without scripts. */
  function holdText(end: number): void {
    const tag = textElement as StartTag;
    textElement = undefined;
    const text = patch.source(tag.end, end);
    // In SVG tags are tags there too, and were seen.
    if (tag.isForeign && text.includes('<')) return;
    if (tag.name === 'script') holdCode(tag, text);
    if (tag.name === 'style') {
      const { edits, services } = styles.hold(
        text,
        decode(tag.attributes.get('media')?.value ?? ''),
      );
      for (const edit of edits) {
        patch.edit({ ...edit, start: tag.end + edit.start, end: tag.end + edit.end });
      }
      note(tag, services);
    }
    if (tag.name === 'noscript') {
      const inner = createRewriterOf('noscript', options, shared);
      const html = inner.write(text) + inner.end();
      if (html !== text) patch.edit({ start: tag.end, end, text: html });
      for (const item of inner.tagged) tagged.push({ ...item, offset: tag.end + item.offset });
    }
  }

  function holdCode(tag: StartTag, text: string): void {
    const type = scriptTypeOf(tag);
    const hasAddress = tag.attributes.has(tag.isForeign ? 'href' : 'src');
    const owner = ownerTagOf(tag, declared);
    // In a tagged template it waits with the template. Ours know the snippets by heart.
    if (
      ownScriptIds.includes(tag.attributes.get('id')?.value ?? '') ||
      type === 'data' ||
      hasAddress ||
      owner === 'necessary' ||
      templates.some((one) => one !== undefined)
    )
      return;
    const code = decode(text);
    const services =
      type === 'rules'
        ? unique(
            [...code.matchAll(/"([^"\s]+)"/g)].flatMap(([, url]) => declared.ofUrl(url as string)),
          )
        : declared.ofCode(code);
    if (services.length === 0) return;
    for (const edit of holdScript(tag, owner === 'none' ? tagFor(services) : '')) patch.edit(edit);
    note(tag, services);
  }

  function holdStyleAttribute(tag: StartTag): void {
    const style = tag.attributes.get('style');
    if (!style || ownerTagOf(tag, declared) === 'necessary') return;
    const { edits, services } = styles.hold(style.value);
    if (services.length === 0) return;
    let css = '';
    let at = 0;
    for (const { start, end, text } of edits) {
      css += style.value.slice(at, start) + text;
      at = end;
    }
    const text = `style="${escaped(css + style.value.slice(at))}"`;
    patch.edit({ start: style.start, end: style.end, text });
    note(tag, services, 'style');
  }

  function passOn(): string {
    const until = Math.min(
      inserter.isDone() ? reader.completeUntil : reader.lastTagEnd,
      textElement?.start ?? Infinity,
      inserter.holdFrom(),
    );
    return patch.passOn(until);
  }

  return {
    tagged,
    write(chunk) {
      patch.write(chunk);
      reader.write(chunk, false);
      return passOn();
    },
    end() {
      reader.write('', true);
      // An unfinished style sheet counts, an unfinished script does not run.
      if (textElement && textElement.name !== 'script') holdText(Number.MAX_SAFE_INTEGER);
      textElement = undefined;
      inserter.sawEnd(reader.completeUntil);
      const rest = patch.passOn(Number.MAX_SAFE_INTEGER);
      return reader.isBetweenTags && kind === 'document' ? rest + styles.takeLinks(nonce) : rest;
    },
  };
}

/** Latin-1 characters that are the bytes of UTF-8. Other encodings agree on ASCII, which hosts are written in. */
function decodeUtf8(bytes: string): string {
  return /[\u0080-\u00ff]/.test(bytes) && !/[\u0100-\uffff]/.test(bytes)
    ? Buffer.from(bytes, 'latin1').toString('utf8')
    : bytes;
}

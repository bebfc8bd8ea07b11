/**
 * What CSS in the page loads of declared services. It moves into style sheets of its own, written as tagged
 * `<link>` elements with `data:` addresses, which the gate releases as any other link:
 *
 *     background: url(https://t.example/p.gif)   →  background: var(--samtycke-1x2y3z,none)
 *     @import "https://t.example/t.css";         →  @-samtycke-import "https://t.example/t.css";
 */
import { createHash } from 'node:crypto';
import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';
import type { Service } from '../model/service.ts';
import { type DeclaredServices, tagFor, unique } from './declared-services.ts';
import { type Edit, insertion } from './patch.ts';

export interface HeldStyles {
  /** Edits of a CSS text, by offsets into it; what they take out is kept. `media` is that of the whole text. */
  hold(
    css: string,
    media?: string,
  ): { readonly edits: readonly Edit[]; readonly services: readonly Service[] };
  /** The `<link>` elements for what was kept since the last call. */
  takeLinks(nonce?: string): string;
}

interface Sheet {
  readonly media: string;
  /** Rules that must stand first in a sheet. */
  readonly imports: string[];
  readonly rules: Set<string>;
}

export function createHeldStyles(
  declared: DeclaredServices,
  decode: (text: string) => string,
): HeldStyles {
  let sheets = new Map<string, Sheet>();

  function sheetOf(services: readonly Service[], media: string): Sheet {
    const tag = tagFor(services);
    const key = `${tag} ${media}`;
    const sheet = sheets.get(key) ?? { media, imports: [], rules: new Set() };
    sheets.set(key, sheet);
    return Object.assign(sheet, { tag });
  }

  return {
    hold(css, media = '') {
      const edits: Edit[] = [];
      const all: Service[] = [];
      // Before the tokenizer, which is dearer; an escape can hide a host.
      if (!/url\(|import|font-face|\\/i.test(css)) return { edits, services: [] };
      for (const part of loadingParts(tokenize({ css }))) {
        const services = unique(part.urls.flatMap((url) => declared.ofUrl(decode(url))));
        if (services.length === 0) continue;
        all.push(...services);
        const text = decode(css.slice(part.start, part.end));
        const sheet = sheetOf(services, media);
        if (part.kind === 'rule') {
          edits.push(insertion(part.start + 1, '-samtycke-'));
          if (/^@import/i.test(text)) sheet.imports.push(`${text.replace(/;?$/, ';')}`);
          else sheet.rules.add(text);
        } else {
          const url = absolute(decode(part.urls[0] as string));
          const name = `--samtycke-${createHash('sha256').update(url).digest('hex').slice(0, 12)}`;
          edits.push({ start: part.start, end: part.end, text: `var(${name},none)` });
          sheet.rules.add(`:root{${name}:url(${JSON.stringify(url)})}`);
        }
      }
      return { edits, services: unique(all) };
    },
    takeLinks(nonce) {
      let links = '';
      for (const [key, { media, imports, rules }] of sheets) {
        const tag = key.slice(0, key.length - media.length - 1);
        const address = `data:text/css,${encodeURIComponent([...imports, ...rules].join(''))}`;
        const extra =
          (media && ` media="${escaped(media)}"`) + (nonce ? ` nonce="${escaped(nonce)}"` : '');
        links += `<link${tag} rel="stylesheet"${extra} data-href="${address}">`;
      }
      sheets = new Map();
      return links;
    },
  };
}

/** A style sheet with a `data:` address has no base to resolve `//host` against. */
function absolute(url: string): string {
  return url.trim().replace(/^\/\//, 'https://');
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

interface LoadingPart {
  /** A whole at-rule, or one value. */
  readonly kind: 'rule' | 'value';
  readonly start: number;
  readonly end: number;
  readonly urls: readonly string[];
}

/** The places of a style sheet that load something, each with its URLs. */
function* loadingParts(tokens: readonly CSSToken[]): Generator<LoadingPart> {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as CSSToken;
    if (token[0] === TokenType.AtKeyword && token[1].startsWith('@-samtycke-')) {
      i = endOfRule(tokens, i); // held already
    } else if (token[0] === TokenType.AtKeyword && /^@(import|font-face)$/i.test(token[1])) {
      const last = endOfRule(tokens, i);
      const inside = tokens.slice(i, last + 1);
      const urls = inside.flatMap((one) =>
        one[0] === TokenType.URL || one[0] === TokenType.String ? [one[4].value] : [],
      );
      yield { kind: 'rule', start: token[2], end: (tokens[last] as CSSToken)[3] + 1, urls };
      i = last;
    } else if (token[0] === TokenType.URL) {
      yield { kind: 'value', start: token[2], end: token[3] + 1, urls: [token[4].value] };
    } else if (token[0] === TokenType.Function && /^(url|src)$/i.test(token[4].value)) {
      const text = tokens.slice(i, i + 3).find((one) => one[0] === TokenType.String);
      const last = tokens.findIndex((one, at) => at > i && one[0] === TokenType.CloseParen);
      if (text?.[0] !== TokenType.String || last < 0) continue;
      yield {
        kind: 'value',
        start: token[2],
        end: (tokens[last] as CSSToken)[3] + 1,
        urls: [text[4].value],
      };
      i = last;
    } else if (token[0] === TokenType.Function && /^(-webkit-)?image-set$/i.test(token[4].value)) {
      // Here a text alone is a URL.
      for (i += 1; i < tokens.length && tokens[i]?.[0] !== TokenType.CloseParen; i += 1) {
        const one = tokens[i] as CSSToken;
        if (one[0] === TokenType.String || one[0] === TokenType.URL) {
          yield { kind: 'value', start: one[2], end: one[3] + 1, urls: [one[4].value] };
        }
      }
    }
  }
}

/** The index of the token that ends an at-rule: its `;`, or the `}` of its block. */
function endOfRule(tokens: readonly CSSToken[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i += 1) {
    const [type] = tokens[i] as CSSToken;
    if (type === TokenType.OpenCurly) depth += 1;
    if (type === TokenType.CloseCurly) depth -= 1;
    if (depth < 0 || type === TokenType.EOF) return i - 1;
    if (depth === 0 && (type === TokenType.Semicolon || type === TokenType.CloseCurly)) return i;
  }
  return tokens.length - 1;
}

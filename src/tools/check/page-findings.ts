/** What in a page of the site starts before a choice, where samtycke cannot stop it. */
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { tagHtml } from '../../markup/rewriter.ts';
import type { Config } from '../../model/config.ts';
import type { Finding } from './finding.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Findings in the HTML of one page; `pageUrl` resolves its relative addresses. */
export function pageFindings(
  html: string,
  config: Config,
  file: string,
  pageUrl?: string,
): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (line: number | undefined, severity: Finding['severity'], message: string) =>
    findings.push({ where: line ? `${file}:${line}` : file, severity, message });

  const elements = [...elementsIn(parse(html, { sourceCodeLocationInfo: true }))];
  for (const element of elements) {
    if (element.tagName !== 'noscript') continue;
    // A browser with scripts reads it as text; a pixel in it would end a <head> for one without.
    for (const text of element.childNodes) {
      if (!('value' in text)) continue;
      const inside = parseFragment(text.value, { sourceCodeLocationInfo: true });
      for (const inner of elementsIn(inside)) {
        const address = loadedBy(inner);
        if (!address || !isElsewhere(address, pageUrl)) continue;
        const line = lineOf(text) + lineOf(inner) - 1;
        add(
          line,
          'error',
          `<noscript> loads ${address} for visitors without scripts, whom nobody has asked (LEK 9 kap. 28 §). Remove it.`,
        );
      }
    }
  }

  const ours = elements.filter((element) =>
    /\bsamtycke(\.\w+)*\.js\b/.test(attribute(element, 'src')),
  );
  if (ours.length === 0) {
    add(
      undefined,
      'warning',
      'has no samtycke script, so nothing here waits for a choice. Put it first in <head>, or run samtycke tag --script.',
    );
  }
  for (const element of ours) {
    for (const name of ['async', 'defer']) {
      if (element.attrs.some((one) => one.name === name)) {
        add(
          lineOf(element),
          'error',
          `samtycke is loaded with ${name}: what comes before it has run has been waited for by nobody. Remove the attribute.`,
        );
      }
    }
  }
  // The guarded build holds what nobody has tagged.
  if (!ours.some((element) => attribute(element, 'src').includes('.guard.'))) {
    const { tagged } = tagHtml(html, { config, ...(pageUrl && { pageUrl }) });
    for (const { element, services, offset } of tagged) {
      add(
        html.slice(0, offset).split('\n').length,
        'error',
        `<${element}> loads ${services.join(', ')} before a choice. Tag it, by hand or with samtycke tag, or take samtycke.guard.js.`,
      );
    }
  }
  return findings;
}

function* elementsIn(node: Node): Generator<Element> {
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    if ('tagName' in child) yield child;
    yield* elementsIn(child);
  }
}

function lineOf({ sourceCodeLocation }: Pick<Element, 'sourceCodeLocation'>): number {
  return sourceCodeLocation?.startLine ?? 1;
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

/** The address that an element fetches by being there. */
function loadedBy(element: Element): string {
  return /^(img|iframe|embed|link|source|object)$/.test(element.tagName)
    ? attribute(element, 'src') || attribute(element, 'href') || attribute(element, 'data')
    : '';
}

function isElsewhere(address: string, pageUrl: string | undefined): boolean {
  const base = pageUrl ?? 'https://this-site.invalid/';
  return URL.canParse(address, base) && new URL(address, base).host !== new URL(base).host;
}

/** What a browser with scripts would load of declared services, by a parser that knows nothing of ours. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const attributes = ['src', 'srcset', 'srcdoc', 'poster', 'data', 'href', 'imagesrcset'];
const loading = /^(img|iframe|link|video|audio|source|embed|object|image)$/;
const declaredUrl = /sol\.example/;
/** In CSS a URL that stands anywhere else is only text, and unknown at-rules are none. */
const unknownRule = /@-samtycke-[^;}]*/g;
const declaredInCss = /(url\(|@import)\s*(url\()?\s*["']?(https?:)?\/\/sol\.example/;

/** Loading attributes, style sheets and scripts that would run, templates included. */
export function loadsOf(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node) => {
    if ('attrs' in node) found.push(...ofElement(node));
    if ('content' in node) visit(node.content as DefaultTreeAdapterTypes.DocumentFragment);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return found;
}

function ofElement(element: DefaultTreeAdapterTypes.Element): string[] {
  const { nodeName, attrs, childNodes, sourceCodeLocation } = element;
  const read = (name: string) => attrs.find((one) => one.name === name)?.value ?? '';
  const load = (name: string) => (name === 'href' && nodeName === 'img' ? '' : read(name));
  const text = childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  // Swallowed tags bring quotes into it: what is a string then and what a URL is not for a pattern to say.
  const css = [read('style'), nodeName === 'style' && !text.includes('<') ? text : ''];
  const found = css.filter((one) => declaredInCss.test(one.replace(unknownRule, '')));
  // One that is never closed never runs.
  const runs = read('type') !== 'text/plain' && sourceCodeLocation?.endTag;
  if (nodeName === 'script' && runs && text.includes('fbq(')) found.push(text);
  const loads = nodeName === 'script' ? runs : loading.test(nodeName);
  return loads ? [...found, ...attributes.map(load).filter((url) => declaredUrl.test(url))] : found;
}

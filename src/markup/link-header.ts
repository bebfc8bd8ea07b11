/** The `Link` header, by which a server asks a browser to fetch ahead. */
import type { DeclaredServices } from './declared-services.ts';

const fetching =
  /;\s*rel\s*=\s*"?[^";]*\b(preload|modulepreload|prefetch|preconnect|dns-prefetch|stylesheet|prerender)\b/i;

/** The header without what asks for declared services; `undefined` when nothing is left. */
export function withoutHints(header: string, declared: DeclaredServices): string | undefined {
  // A comma also stands in URLs; only one before the next `<` parts two links.
  const links = header.split(/,\s*(?=<)/).filter((link) => {
    const url = /<([^>]*)>/.exec(link)?.[1] ?? '';
    return !fetching.test(link) || declared.ofHost(url).length === 0;
  });
  return links.length > 0 ? links.join(', ') : undefined;
}

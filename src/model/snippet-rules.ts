/** Which declared services an inline script belongs to, by the text of their vendors' snippets. */
import { anyOf } from './any-of.ts';
import type { ServiceRule } from './service.ts';

export interface SnippetRules<Rule> {
  /** The services whose snippet stands in `code`. */
  servicesOf(code: string): readonly Rule[];
}

/** Reads `snippets` of `services` once. An empty text would be in every script, so it counts for none. */
export function createSnippetRules<Rule extends Pick<ServiceRule, 'snippets'>>(
  services: readonly Rule[],
): SnippetRules<Rule> {
  const texts: string[] = [];
  for (const { snippets = [] } of services) for (const text of snippets) if (text) texts.push(text);
  const pattern = new RegExp(anyOf(texts));
  return {
    servicesOf(code) {
      if (!pattern.test(code)) return [];
      return services.filter(({ snippets = [] }) =>
        snippets.some((text) => text && code.includes(text)),
      );
    },
  };
}

/** All rules with the snippets: for whoever finds services in a page that nobody has tagged. */
import type { ServiceRule } from '../model/service.ts';
import { rules } from './rules.ts';
import { snippets } from './snippets.ts';

/** The rules of all known services with their vendors' snippets, by id. */
export const fullRules: Readonly<Record<string, ServiceRule>> = /* @__PURE__ */ withSnippets();

function withSnippets(): Record<string, ServiceRule> {
  const full: Record<string, ServiceRule> = { ...rules };
  for (const id in snippets) full[id] = { ...rules[id], snippets: snippets[id] } as ServiceRule;
  return full;
}

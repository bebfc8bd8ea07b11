/** `samtycke.explain()` and the panel, in a module that is fetched for them. */
import type { Samtycke } from './api.ts';
import { explain } from './explain/explain.ts';
import type { Explanation } from './explain/explanation.ts';
import { completeConfig } from './model/complete-config.ts';
import { quickConfig } from './model/quick-config.ts';
import type { Page } from './page/page.ts';
import { fullRules } from './services/full-rules.ts';
import { members } from './services/members.ts';

export { openPanel } from './explain/open-panel.ts';

/** Without a usable configuration everything that we know of waits, and is explained. */
export function explainPage(
  page: Page,
  api: Samtycke,
  input: unknown,
  problems: readonly string[],
): Promise<Explanation> {
  const config = quickConfig(input, members);
  return explain(
    page,
    api,
    config
      ? completeConfig(config, fullRules)
      : { services: Object.values(fullRules), optional: [], policyVersion: '', endpoint: '' },
    problems,
  );
}

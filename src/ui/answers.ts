import type { Answer } from '../model/choice.ts';
import type { Config } from '../model/config.ts';

/** The same answer to every optional category. */
export function answerToAll(config: Config, yes: boolean): Answer {
  return { categories: Object.fromEntries(config.optional.map((id) => [id, yes])) };
}

/**
 * Exactly what the boxes in `root` show, all off included (LAW 27). A category that is
 * accepted in part is answered no, and what it accepts by name: nothing else of it may run.
 */
export function answerIn(root: Element): Answer {
  const answer: Record<string, Record<string, boolean>> = { categories: {}, services: {} };
  for (const { name, checked, indeterminate, dataset } of root.querySelectorAll('input')) {
    if (!name) continue; // a service's, which its category tells of
    const [of, id] = name.split('.') as [string, string];
    (answer[of] as Record<string, boolean>)[id] = checked && !indeterminate;
    for (const service of dataset.accepted?.match(/\S+/g) ?? []) {
      (answer.services as Record<string, boolean>)[service] = true;
    }
  }
  return answer;
}

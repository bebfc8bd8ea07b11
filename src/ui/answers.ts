import type { Answer } from '../model/choice.ts';
import type { Config } from '../model/config.ts';

/** The same answer to every optional category. */
export function answerToAll(config: Config, yes: boolean): Answer {
  return { categories: Object.fromEntries(config.optional.map((id) => [id, yes])) };
}

/** Exactly what the boxes in `root` show, all off included (LAW 27). */
export function answerIn(root: Element): Answer {
  const answer: Record<string, Record<string, boolean>> = { categories: {}, services: {} };
  for (const { name, checked } of root.querySelectorAll('input')) {
    const [of, id] = name.split('.') as [string, string];
    (answer[of] as Record<string, boolean>)[id] = checked;
  }
  return answer;
}

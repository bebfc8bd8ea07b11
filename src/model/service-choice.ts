/** Whether each service may have a switch of its own. */
import type { Config } from './config.ts';

/** What is left of the cookie's kilobyte (LAW 47) beside times, id and sixteen categories of usual length. */
export const mostAnswerChars = 600;
const charsBesideId = 5; // `&s.` and `=1`

/** True when single answers to services of these ids fit the cookie. */
export function answersFit(ids: readonly string[]): boolean {
  return ids.reduce((sum, id) => sum + id.length + charsBesideId, 0) <= mostAnswerChars;
}

/** True when the site wants it and the answers fit; else they are asked by category. */
export function hasServiceChoice({ ui, services }: Pick<Config, 'ui' | 'services'>): boolean {
  return ui?.serviceChoice === true && answersFit(services.map(({ id }) => id));
}

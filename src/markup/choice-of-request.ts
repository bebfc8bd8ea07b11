/** The choice that a request carries, read as the page reads it. */
import { type Choice, isChoiceInForce } from '../model/choice.ts';
import { parseChoice } from '../model/choice-cookie.ts';
import type { Config } from '../model/config.ts';
import { underObjection } from '../model/under-objection.ts';

/** A header of a request by its lower-case name. */
export type RequestHeader = (name: string) => string | null | undefined;

/** What the policy depends on, for caches. */
export const choiceHeaders = 'Cookie, Sec-GPC, DNT';

/** `undefined` when there is none in force: then nothing is accepted. `now` is in milliseconds since 1970. */
export function choiceOfRequest(
  header: RequestHeader,
  config: Config,
  now: number,
): Choice | undefined {
  let newest: Choice | undefined;
  for (const pair of (header('cookie') ?? '').split(/; */)) {
    const [name, ...value] = pair.split('=');
    const choice = name === config.cookieName ? parseChoice(decoded(value.join('='))) : undefined;
    // A parent domain may hold another one.
    if (choice && (!newest || choice.at > newest.at)) newest = choice;
  }
  if (!newest || !isChoiceInForce(newest, config, now)) return undefined;
  return underObjection(newest, header('sec-gpc') === '1' || header('dnt') === '1');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return ''; // a cut-off escape: not a value of ours
  }
}

/** The choice that a request carries, read as the page reads it. */
import { type Choice, isChoiceInForce } from '../model/choice.ts';
import { parseChoice } from '../model/choice-cookie.ts';
import type { Config } from '../model/config.ts';

/** `undefined` when there is none in force: then nothing is accepted. `now` is in milliseconds since 1970. */
export function choiceOfRequest(
  cookieHeader: string | null | undefined,
  config: Config,
  now: number,
): Choice | undefined {
  let newest: Choice | undefined;
  for (const pair of (cookieHeader ?? '').split(/; */)) {
    const [name, ...value] = pair.split('=');
    const choice = name === config.cookieName ? parseChoice(decoded(value.join('='))) : undefined;
    // A parent domain may hold another one.
    if (choice && (!newest || choice.at > newest.at)) newest = choice;
  }
  return newest && isChoiceInForce(newest, config, now) ? newest : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return ''; // a cut-off escape: not a value of ours
  }
}

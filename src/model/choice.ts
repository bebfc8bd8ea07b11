/** The visitor's choice, and the pure step from one choice to the next. */
import type { CategoryId } from './category.ts';
import { dayMs } from './day-ms.ts';
import type { ServiceId } from './service.ts';

/** What the visitor has chosen. Frozen; a new decision makes a new one. */
export interface Choice {
  /** When it was made: ISO 8601 UTC. */
  readonly at: string;
  /** Until when it holds: ISO 8601 UTC, fixed at the decision and never extended by visits (LAW 51). */
  readonly validUntil: string;
  /** The policy version it was made under. */
  readonly policyVersion: string;
  /** Every optional category of the configuration: accepted or not. */
  readonly categories: Readonly<Record<CategoryId, boolean>>;
  /** Single services that the visitor answered apart from their category. */
  readonly services: Readonly<Record<ServiceId, boolean>>;
  /** The pseudonym that groups this browser's receipts; absent for someone who only ever refused. */
  readonly consentId?: string | undefined;
  /** Present and true when something was accepted although the browser sends GPC or DNT. */
  readonly gpc?: true | undefined;
}

/** Which control the visitor used; audits of equal prominence need it (RECEIPTS.md 1). */
export type Action = 'accept_all' | 'reject_all' | 'save' | 'embed' | 'api' | 'gpc';

/** What a decision means for the chain of receipts. */
export type DecisionEvent = 'first' | 'change' | 'withdraw' | 'reconfirm' | 'expire';

/** How each category or service stands after a decision. */
export type GrantState = 'required' | 'granted' | 'denied' | 'withdrawn' | 'renewed';

/** What the visitor asks for: categories by id, and single services by id. What is not named is kept. */
export interface Answer {
  readonly categories?: Readonly<Record<CategoryId, boolean>>;
  readonly services?: Readonly<Record<ServiceId, boolean>>;
}

/** Everything `decide` looks at. */
export interface DecideInput {
  /** The choice in force, or the last one that expired or is of an older policy version. */
  readonly old: Choice | undefined;
  /** True when `old` still holds; false makes the decision a reconfirmation. */
  readonly oldHolds: boolean;
  readonly answer: Answer;
  /** The optional categories of the configuration, in order. */
  readonly optional: readonly CategoryId[];
  /** The category of a service; `undefined` for one that the configuration does not have. */
  categoryOf(service: ServiceId): CategoryId | undefined;
  readonly policyVersion: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly maxAgeDays: number;
}

/** A decision: the new choice and what it changed. */
export interface Decision {
  readonly choice: Choice;
  readonly event: DecisionEvent;
  /** Categories, then services (only those answered apart), as the receipt states them. */
  readonly categories: Readonly<Record<CategoryId, GrantState>>;
  readonly services: Readonly<Record<ServiceId, GrantState>>;
  /** True when anything at all is accepted: only then may a lasting identifier be kept. */
  readonly accepted: boolean;
}

/** The new choice that follows from an answer. Pure: the same input gives the same decision. */
export function decide(input: DecideInput): Decision {
  const { old, oldHolds, answer, optional, now } = input;
  const before = oldHolds ? old : undefined;
  const categories: Record<CategoryId, boolean> = {};
  for (const id of optional) {
    categories[id] = answer.categories?.[id] ?? before?.categories[id] ?? false;
  }
  // An answer on a category is one on everything in it: an old single answer would
  // silently overrule "Neka alla". Those of other categories are kept.
  const answered = answer.categories ?? {};
  const services: Record<ServiceId, boolean> = {};
  for (const id in before?.services) {
    const category = input.categoryOf(id);
    const isAnswered = category
      ? Object.hasOwn(answered, category)
      : optional.every((one) => Object.hasOwn(answered, one));
    if (!isAnswered) services[id] = before?.services[id] as boolean;
  }
  Object.assign(services, answer.services);

  const state = (was: boolean | undefined, is: boolean): GrantState =>
    is ? (was && !oldHolds ? 'renewed' : 'granted') : was ? 'withdrawn' : 'denied';
  const states: Record<string, GrantState> = { necessary: 'required' };
  for (const id of optional) states[id] = state(old?.categories[id], categories[id] as boolean);
  const serviceStates: Record<string, GrantState> = {};
  for (const id of new Set([...Object.keys(old?.services ?? {}), ...Object.keys(services)])) {
    const was = old?.services[id] ?? old?.categories[input.categoryOf(id) ?? ''];
    const is = services[id];
    if (is !== undefined) serviceStates[id] = state(was, is);
    // Answered with its category from now on.
    else if (was && !categories[input.categoryOf(id) ?? '']) serviceStates[id] = 'withdrawn';
  }
  const all = [...Object.values(states), ...Object.values(serviceStates)];
  const accepted = all.includes('granted') || all.includes('renewed');
  const withdrew = all.includes('withdrawn');
  const choice: Choice = Object.freeze({
    at: new Date(now).toISOString(),
    validUntil: new Date(now + input.maxAgeDays * dayMs).toISOString(),
    policyVersion: input.policyVersion,
    categories: Object.freeze(categories),
    services: Object.freeze(services),
  });
  return {
    choice,
    event: !old ? 'first' : !oldHolds ? 'reconfirm' : withdrew && !accepted ? 'withdraw' : 'change',
    categories: states,
    services: serviceStates,
    accepted,
  };
}

/** True while `choice` answers today's question: not expired, not from the future, same policy version. */
export function isChoiceInForce(
  choice: Choice,
  { policyVersion, maxAgeDays }: { readonly policyVersion: string; readonly maxAgeDays: number },
  now: number,
): boolean {
  const at = Date.parse(choice.at);
  // Never longer than today's configuration allows, whatever the cookie says: it can be edited.
  const until = Math.min(Date.parse(choice.validUntil), at + maxAgeDays * dayMs);
  // A clock that was ahead when the choice was made must not keep it valid for years; a day of
  // difference is what wrong time zones make.
  return choice.policyVersion === policyVersion && at <= now + dayMs && now < until;
}

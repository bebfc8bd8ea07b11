/**
 * The choice as the text of one cookie: a query string, so that any server can
 * read it with what it has.
 *
 *     v=1&p=2026-11-22&t=2026-11-22T06:41:54.318Z&u=2027-05-23T06:41:54.318Z&id=…&c.statistics=1&c.marketing=0&s.youtube=1
 *
 * `v` format version, `p` policy version, `t` made at, `u` valid until, `id`
 * consent id (only after a yes), `gpc` 1 when that yes was given although the
 * browser sends GPC or DNT, `c.*` categories, `s.*` single services.
 */
import type { Choice } from './choice.ts';

/** A choice as the value of its cookie, before the cookie's own encoding. */
export function formatChoice(choice: Choice): string {
  const parts = ['v=1', `p=${choice.policyVersion}`, `t=${choice.at}`, `u=${choice.validUntil}`];
  if (choice.consentId) parts.push(`id=${choice.consentId}`);
  if (choice.gpc) parts.push('gpc=1');
  for (const id in choice.categories) parts.push(`c.${id}=${choice.categories[id] ? 1 : 0}`);
  for (const id in choice.services) parts.push(`s.${id}=${choice.services[id] ? 1 : 0}`);
  return parts.join('&');
}

/** What stands before categories and services. A time that is missing is found out, for it is none. */
interface Head {
  readonly v?: string;
  readonly p?: string;
  readonly t: string;
  readonly u: string;
  readonly id?: string;
  readonly gpc?: string;
}

/**
 * The choice that a cookie's value holds, `undefined` for anything that is not
 * whole: then nothing is accepted and the visitor is asked again.
 */
export function parseChoice(value: string): Choice | undefined {
  const head: Record<string, string> = {};
  const categories: Record<string, boolean> = {};
  const services: Record<string, boolean> = {};
  for (const part of value.split('&')) {
    const match = /^(?:([cs])\.([a-z0-9_-]{1,40})=([01])|([a-z]+)=([\w.:-]+))$/.exec(part);
    if (!match) return undefined;
    const [, kind, id, state, key, text] = match;
    if (kind) (kind === 'c' ? categories : services)[id as string] = state === '1';
    // A doubled key is no format of ours: somebody else wrote it.
    else if (head[key as string]) return undefined;
    else head[key as string] = text as string;
  }
  const { v, p: policyVersion, t: at, u: validUntil, id: consentId, gpc } = head as unknown as Head;
  if (
    v !== '1' ||
    !policyVersion ||
    // Two times, whole with 24 characters each. What `Date` writes is no measure: sites replace its `toJSON`.
    !(Date.parse(at) < Date.parse(validUntil) && (at + validUntil).length === 48)
  ) {
    return undefined;
  }
  return Object.freeze({
    at,
    validUntil,
    policyVersion,
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    consentId,
    gpc: gpc ? true : undefined,
  });
}

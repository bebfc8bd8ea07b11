/** Whether a service was accepted at a time, by this browser's receipts. */
import type { Config } from '../model/config.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Service } from '../model/service.ts';

export type PermittedAt = (service: Service, time: number) => boolean;

/** `receipts` oldest first; of another version of the policy they count for nothing. */
export function createPermittedAt(
  { policyVersion }: Pick<Config, 'policyVersion'>,
  receipts: readonly Receipt[],
): PermittedAt {
  const valid = receipts.filter(({ config }) => config.rev === policyVersion);
  return ({ id, category }, time) => {
    if (category === 'necessary') return true;
    const isIn = (at: string) => Date.parse(at) <= time;
    // One embed that was asked for once is no stored choice, but a yes to that service.
    const last = valid.findLast(
      ({ at, action, services }) => isIn(at) && (action !== 'embed' || services?.[id]),
    );
    if (!last || Date.parse(last.valid_until) <= time) return false;
    return /granted|renewed/.test(last.services?.[id] ?? last.choices[category] ?? '');
  };
}

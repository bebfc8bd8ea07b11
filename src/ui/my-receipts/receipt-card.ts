/** One receipt, with what it means in plain words. */
import type { GrantState } from '../../model/choice.ts';
import type { Child, Make } from '../make.ts';
import type { CheckResult } from './check-receipt.ts';
import type { ReceiptRow } from './receipt-rows.ts';
import { type ReceiptsContext, timeInWords } from './receipts-context.ts';

export function receiptCard(
  make: Make,
  context: ReceiptsContext,
  row: ReceiptRow,
  check: CheckResult | undefined,
): HTMLElement {
  const { r, client, categoryOf, serviceOf } = context;
  const { receipt, receivedAt } = row;
  const answer = (label: string, state: GrantState, purpose: string): Child =>
    state !== 'required' &&
    make('li', {}, make('strong', {}, `${label}: ${r.states[state]}.`), ` ${purpose}`);
  const facts: [string, string | undefined][] = [
    [r.validUntil, timeInWords(receipt.valid_until)],
    [r.at(client.config.controller.name), whereaboutsInWords(context, row)],
    [
      r.keptUntil,
      receivedAt && !row.restricted ? keptUntil(receivedAt, context.months) : undefined,
    ],
    [r.checked, check && checkInWords(context, check)],
  ];
  const technical: [string, string][] = [
    [r.number, receipt.id],
    [r.hash, row.hash],
    [r.notice, receipt.notice.hash],
    [r.config, receipt.config.hash],
  ];
  return make(
    'li',
    { class: 'samtycke-receipt' },
    make('p', {}, make('strong', {}, r.events[receipt.event]), ` ${timeInWords(receipt.at)}`),
    make('p', {}, `${r.actions[receipt.action]}.`),
    make(
      'ul',
      {},
      ...Object.entries(receipt.choices).map(([id, state]) => {
        const { label, purpose } = categoryOf(id);
        return answer(label, state, purpose);
      }),
      ...Object.entries(receipt.services ?? {}).map(([id, state]) => {
        const { name, purpose } = serviceOf(id);
        return answer(name, state, purpose);
      }),
    ),
    factList(make, facts),
    make('details', {}, make('summary', {}, r.technical), factList(make, technical)),
  );
}

/** Terms and what they are; those without a value are left out. */
export function factList(
  make: Make,
  facts: readonly (readonly [string, string | undefined])[],
): HTMLElement {
  const given = facts.filter(([, value]) => value);
  return make(
    'dl',
    {},
    ...given.map(([term, value]) =>
      make('div', {}, make('dt', {}, `${term}:`), ' ', make('dd', {}, value)),
    ),
  );
}

function whereaboutsInWords({ r }: ReceiptsContext, row: ReceiptRow): string {
  const { whereabouts, receivedAt = '' } = row;
  if (whereabouts !== 'held') return r[whereabouts];
  return row.restricted ? r.restrictedState : r.arrived(timeInWords(receivedAt));
}

export function checkInWords({ r }: ReceiptsContext, check: CheckResult): string {
  return 'not' in check ? r.notConfirmed[check.not] : r.confirmed(timeInWords(check.signedAt));
}

/** The last day of the month that is `months` after the one of `receivedAt`: purges take whole months, by UTC. */
function keptUntil(receivedAt: string, months: number): string {
  const at = new Date(receivedAt);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0));
  return last.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

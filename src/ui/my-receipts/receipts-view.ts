/** What "Mina kvitton" shows: tools, receipts, rights. */

import type { Child, Make } from '../make.ts';
import type { ReceiverKey } from './at-receiver.ts';
import type { CheckResult } from './check-receipt.ts';
import { complain } from './complain.ts';
import { receiptCard } from './receipt-card.ts';
import { receiptsAsJson, receiptsAsPage } from './receipt-files.ts';
import type { ReceiptRow } from './receipt-rows.ts';
import type { ReceiptsContext } from './receipts-context.ts';
import { whoIsResponsible } from './who-is-responsible.ts';

export interface ReceiptsState {
  readonly rows: readonly ReceiptRow[];
  readonly keys: readonly ReceiverKey[] | undefined;
  readonly checks: ReadonlyMap<string, CheckResult>;
  say(text: string): void;
  check(): void;
  readonly canWithdraw: boolean;
  withdraw(): void;
  restrict(restricted: boolean): void;
  erase(): void;
}

export function receiptsView(
  make: Make,
  context: ReceiptsContext,
  state: ReceiptsState,
): HTMLElement[] {
  const { client, r, t } = context;
  const { rows, keys, checks } = state;
  const { name } = client.config.controller;
  const button = (label: string, act: () => void) => {
    const element = make('button', { type: 'button' }, label);
    element.addEventListener('click', act);
    return element;
  };
  const folded = (label: string, ...children: readonly Child[]) =>
    make('details', {}, make('summary', {}, label), ...children);
  const paragraph = (text: string) => make('p', {}, text);

  const always = [
    folded(r.complain, ...complain(make, context, rows, state.say)),
    folded(r.about, ...whoIsResponsible(make, context)),
  ];
  if (!rows.length) return always;

  const day = new Date(client.page.now()).toISOString().slice(0, 'yyyy-mm-dd'.length);
  const file = (label: string, ending: string, type: string, content: string) =>
    make(
      'a',
      {
        download: `${r.fileName}-${day}.${ending}`,
        href: `data:${type};charset=utf-8,${encodeURIComponent(content)}`,
      },
      label,
    );
  const isRestricted = rows.some(({ restricted }) => restricted);
  return [
    make(
      'div',
      { class: 'samtycke-more' },
      button(r.check, state.check),
      file(r.download, 'json', 'application/json', receiptsAsJson(context, rows, keys)),
      file(r.downloadPage, 'html', 'text/html', receiptsAsPage(context, rows, checks)),
      state.canWithdraw && button(t.withdrawAll, state.withdraw),
    ),
    paragraph(r.why),
    make(
      'ol',
      {},
      ...rows.map((row) => receiptCard(make, context, row, checks.get(row.receipt.id))),
    ),
    isRestricted
      ? folded(
          r.restrict,
          paragraph(r.restrictedState),
          button(r.lift, () => state.restrict(false)),
        )
      : folded(
          r.restrict,
          paragraph(r.restrictText(name)),
          button(r.restrictNow, () => state.restrict(true)),
        ),
    folded(
      r.erase,
      paragraph(r.eraseText(name)),
      paragraph(r.kept),
      paragraph(r.after),
      button(r.eraseNow, state.erase),
    ),
    ...always,
  ];
}

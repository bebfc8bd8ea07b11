/**
 * "Mina kvitton": what this browser and the receiver hold, and the visitor's
 * rights to it (GDPR 7, 15 to 21, 77). Without an account: who holds the
 * browser's secret is the visitor. A file of its own, fetched when it is opened.
 */
import { sv } from '../../languages/receipts/sv.ts';
import { consentIdOf } from '../../model/consent-id.ts';
import { focusOn } from '../focus.ts';
import { makerFor } from '../make.ts';
import { addSheet } from '../styles.ts';
import { createAtReceiver, type HeldReceipt, type ReceiverKey } from './at-receiver.ts';
import { type CheckResult, checkReceipt } from './check-receipt.ts';
import { forgetReceipts } from './forget-receipts.ts';
import { type ReceiptRow, rowsOf } from './receipt-rows.ts';
import type { ReceiptsContext, ReceiptsInput } from './receipts-context.ts';
import { receiptsCss } from './receipts-css.ts';
import { receiptsView } from './receipts-view.ts';

const defaultMonths = 18; // as samtycke purge: the lifetime of a choice, 6 months, and 12 more (LAW 62)

let styled = false;

/** Shows the visitor's receipts in `root`, and goes on doing so as long as it is in the page. */
export function showMyReceipts(root: HTMLElement, input: ReceiptsInput): void {
  const { client, t, words = sv, inOwnWords } = input;
  const { page, config, book } = client;
  const r = inOwnWords(words);
  const context: ReceiptsContext = { ...input, r, months: config.keepMonths ?? defaultMonths };
  const make = makerFor(page.document);
  if (!styled) addSheet(page, receiptsCss);
  styled = true;

  const box = make('div', { class: 'samtycke-mine', lang: t.lang });
  // In the page before it has anything to say: otherwise screen readers miss the first message.
  const status = make('p', { role: 'status' });
  const content = make('div', { class: 'samtycke-mine' });
  box.append(make('p', {}, r.intro(config.controller.name)), status, content);
  root.replaceChildren(box);

  let rows: readonly ReceiptRow[] = [];
  let keys: readonly ReceiverKey[] | undefined;
  const checks = new Map<string, CheckResult>();
  let turns = 0;
  /** What the visitor has just done, in words: said until they do something else. */
  let done: string | undefined;
  const say = (text: string) => {
    status.textContent = text;
  };
  const receiver = () => createAtReceiver(page, config.endpoint, book.secret() ?? '');

  const draw = () => {
    // What stood open, and had the focus, goes on doing so.
    const open = [...content.querySelectorAll('details')].map((details) => details.open);
    const { activeElement } = page.document;
    const focused = content.contains(activeElement) ? activeElement?.textContent : undefined;
    const canWithdraw = !inSettings && saysYes();
    const state = { rows, keys, checks, canWithdraw, say, check, withdraw, restrict, erase };
    content.replaceChildren(...receiptsView(make, context, state));
    // From the end: a new receipt comes first.
    for (const details of [...content.querySelectorAll('details')].reverse()) {
      details.open = open.pop() === true;
    }
    if (focused === undefined) return;
    const again = [...content.querySelectorAll<HTMLElement>('button,summary,a')];
    focusOn(again.find(({ textContent }) => textContent === focused) ?? status);
  };

  /** Reads both sides again. */
  const read = async () => {
    const turn = ++turns;
    let held: readonly HeldReceipt[] | undefined = [];
    const secret = book.secret();
    if (secret) {
      held = await orNothing(receiver().list());
      keys ??= await orNothing(receiver().keys());
    }
    if (turn !== turns || !root.contains(box)) return; // a later one knows better
    // The receiver's word for whose they are is not enough.
    const own = secret && consentIdOf(secret);
    rows = rowsOf(
      book,
      held?.filter(({ receipt }) => receipt.consent_id === own),
    );
    draw();
    say(done ?? (!rows.length ? r.none : held ? r.count(rows.length) : r.unreachable));
  };

  const refresh = (words?: string) => {
    done = words;
    return read();
  };

  const check = async () => {
    keys ??= await orNothing(receiver().keys());
    checks.clear();
    for (const row of rows) checks.set(row.receipt.id, await checkReceipt(page, row, keys));
    const results = [...checks.values()];
    const wrong = results.filter(
      (one) => 'not' in one && /altered|unknownKey/.test(one.not),
    ).length;
    const unchecked = results.filter((one) => 'not' in one).length - wrong;
    draw();
    say(
      [
        wrong ? r.someAltered(wrong) : '',
        unchecked ? r.someUnchecked(unchecked) : '',
        wrong + unchecked ? '' : r.allConfirmed,
      ]
        .filter(Boolean)
        .join(' '),
    );
  };

  const saysYes = () => {
    const { categories, services } = client.pending() ?? client.choice ?? {};
    return Object.values({ ...categories, ...services }).includes(true);
  };
  const sayNo = () => client.decideByName(false, true, t.withdrawAll);
  const withdraw = () => {
    sayNo();
    void refresh(r.withdrawn);
  };
  // The settings have that button themselves.
  const inSettings = root.closest('#samtycke-settings') !== null;

  /** Does what the receiver must take part in; says so when it did not. */
  const atReceiver = async (work: () => Promise<string>) => {
    try {
      await refresh(await work());
    } catch {
      say(r.failed);
    }
  };
  const restrict = (restricted: boolean) =>
    atReceiver(async () => {
      await receiver().restrict(restricted);
      if (!restricted) return r.liftDone;
      // What may not be used for evidence cannot carry a yes (LAW R6).
      if (saysYes()) sayNo();
      return r.restrictDone;
    });
  const erase = () =>
    atReceiver(async () => {
      await receiver().erase();
      // One that is under way would arrive under an id that nobody could reach any more.
      if (rows.some(({ whereabouts }) => whereabouts === 'notYet')) return r.erasePartly;
      forgetReceipts(client);
      checks.clear();
      return r.eraseDone;
    });

  // Told at once of the choice in force, if there is one.
  let isFirst = true;
  client.on('choice', () => {
    if (!isFirst && root.contains(box)) void refresh();
  });
  isFirst = false;
  client.on('acknowledged', () => {
    if (root.contains(box)) void read();
  });
  void refresh();
}

/** What a request brings; `undefined` when the receiver cannot be reached. */
function orNothing<Result>(request: Promise<Result>): Promise<Result | undefined> {
  return request.catch(() => undefined);
}

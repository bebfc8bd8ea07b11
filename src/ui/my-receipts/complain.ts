/** Where to complain, for what, and a text to begin with (LAW 36; GDPR 13(2)(d), 77, 82). */
import type { Make } from '../make.ts';
import type { ReceiptRow } from './receipt-rows.ts';
import { type ReceiptsContext, timeInWords } from './receipts-context.ts';

export function complain(
  make: Make,
  { r, t, client }: ReceiptsContext,
  rows: readonly ReceiptRow[],
  say: (text: string) => void,
): HTMLElement[] {
  const { name } = client.config.controller;
  const { location, navigator } = client.page.window;
  const text = make('textarea', { rows: '10', readonly: '', 'aria-label': r.copyLabel });
  text.value = r.complaint({
    controller: name,
    site: location.origin,
    receipts: rows.map(({ receipt }) => `${timeInWords(receipt.at)}  ${receipt.id}`).join('\n'),
  });
  const copy = make('button', { type: 'button' }, r.copy);
  copy.addEventListener('click', async () => {
    text.select(); // where there is no clipboard to write to, it is one key away
    try {
      await navigator.clipboard.writeText(text.value);
      say(r.copied);
    } catch {
      text.focus();
    }
  });
  return [
    make('p', {}, r.complainText(name)),
    make('p', {}, make('a', { href: ptsUrl }, t.pts)),
    make('p', {}, make('a', { href: imyUrl }, t.imy)),
    make('p', {}, r.damages(name)),
    make('p', {}, r.copyLabel),
    text,
    copy,
  ];
}

/** Of stored things (LEK 9 kap. 28 §); the second of personal data (GDPR). As in the settings. */
export const ptsUrl = 'https://pts.se/internet-och-telefoni/kakor-cookies';
export const imyUrl = 'https://www.imy.se/privatperson/utfora-arenden/lamna-ett-klagomal/';

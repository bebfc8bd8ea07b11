/** The visitor's receipts to take along (GDPR 15, 20): for programs, and for paper. */

import { makerFor } from '../make.ts';
import type { ReceiverKey } from './at-receiver.ts';
import type { CheckResult } from './check-receipt.ts';
import { receiptCard } from './receipt-card.ts';
import type { ReceiptRow } from './receipt-rows.ts';
import { type ReceiptsContext, timeInWords } from './receipts-context.ts';
import { recipientsInWords, whoIsResponsible } from './who-is-responsible.ts';

/**
 * JSON with everything that is known about the receipts. `receipts` and `keys` are what
 * `samtycke verify --receipt` and `--keys` read: proofs that hold without this site.
 */
export function receiptsAsJson(
  context: ReceiptsContext,
  rows: readonly ReceiptRow[],
  keys: readonly ReceiverKey[] | undefined,
): string {
  const { client, months, r } = context;
  const { config, page } = client;
  const whole = rows.map(({ receipt, hash, receivedAt, restricted, proof }) => ({
    receipt,
    hash,
    received_at: receivedAt,
    restricted,
    proof,
  }));
  const content = {
    made: new Date(page.now()).toISOString(),
    site: page.window.location.origin,
    controller: config.controller,
    purpose: r.purpose,
    source: r.source,
    kept_months: months,
    recipients: recipientsInWords(context),
    receipts: whole.filter(({ proof }) => proof),
    receipts_without_proof: whole.filter(({ proof }) => !proof),
    keys,
  };
  return JSON.stringify(content, null, 2);
}

// The page stands for itself, without this site: its looks go into it.
const pageCss = /* css */ `
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1rem/1.5 system-ui, sans-serif; color: #111; background: #fff }
ol, dl { padding: 0 }
dt, dd { display: inline; margin: 0 }
.samtycke-receipt { list-style: none; margin: 1em 0; padding: 1em; border: 1px solid #777; break-inside: avoid }
code, dd { overflow-wrap: anywhere }
`;

/** A page that can be printed and kept: the extract of the register (registerutdrag). */
export function receiptsAsPage(
  context: ReceiptsContext,
  rows: readonly ReceiptRow[],
  checks: ReadonlyMap<string, CheckResult>,
): string {
  const { client, r, t } = context;
  const { document, location } = client.page.window;
  const file = document.implementation.createHTMLDocument(r.pageTitle);
  const make = makerFor(file);
  file.documentElement.lang = t.lang;
  file.head.append(make('meta', { charset: 'utf-8' }));
  file.body.append(
    make('h1', {}, r.pageTitle),
    make(
      'p',
      {},
      r.made(timeInWords(new Date(client.page.now()).toISOString())),
      ` ${location.origin}`,
    ),
    make('p', {}, r.why),
    make(
      'ol',
      {},
      ...rows.map((row) => receiptCard(make, context, row, checks.get(row.receipt.id))),
    ),
    make('h2', {}, r.about),
    ...whoIsResponsible(make, context),
  );
  // On paper nothing can be unfolded.
  for (const details of file.querySelectorAll('details')) details.open = true;
  // As text: the site's own policy holds for an element here, and reports it.
  const html = file.documentElement.outerHTML.replace(
    '</head>',
    `<style>${pageCss}</style></head>`,
  );
  return `<!doctype html>${html}`;
}

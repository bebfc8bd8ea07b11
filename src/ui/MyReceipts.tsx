import type { Client } from '../client.ts';
import type { Texts } from '../languages/texts.ts';
import type { GrantState } from '../model/choice.ts';
import type { Receipt } from '../model/receipt.ts';
import { categoryTexts } from './category-texts.ts';
import { Disclosure } from './Disclosure.tsx';
import { serviceTexts } from './service-texts.ts';

/** The visitor's own copies (GDPR 15, 20): newest first, in words, and as a file. */
export function MyReceipts({ client, t }: { client: Client; t: Texts }) {
  return (
    <Disclosure label={t.receipts}>
      {() => {
        const receipts = client.book.list();
        if (!receipts.length) return <p>{t.noReceipts}</p>;
        return (
          <>
            <ul>
              {[...receipts].reverse().map((receipt) => (
                <li key={receipt.id}>{receiptInWords(client, t, receipt)}</li>
              ))}
            </ul>
            <a
              download="kvitton.json"
              href={`data:application/json,${encodeURIComponent(JSON.stringify(receipts, null, 2))}`}
            >
              {t.download}
            </a>
          </>
        );
      }}
    </Disclosure>
  );
}

/** "2026-11-22 13:15. Du sparade dina val. Statistik: ja. Marknadsföring: nej." */
function receiptInWords(client: Client, t: Texts, receipt: Receipt): string {
  // Lists take the date as ÅÅÅÅ-MM-DD in every language (LAW 67); only Swedish writes it so by itself.
  const at = new Date(receipt.at).toLocaleString('sv', { dateStyle: 'short', timeStyle: 'short' });
  const sentences = [at, t.actions[receipt.action]];
  const add = (label: string, state: GrantState) => {
    if (state !== 'required') sentences.push(`${label}: ${t.states[state]}`);
  };
  for (const [id, state] of Object.entries(receipt.choices)) {
    add(categoryTexts(client.config, t, id).label, state);
  }
  for (const [id, state] of Object.entries(receipt.services ?? {})) {
    add(serviceTexts({ id, category: '' }, t).name, state);
  }
  return `${sentences.join('. ')}.`;
}

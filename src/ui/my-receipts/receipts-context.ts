/** What all parts of "Mina kvitton" work with. */
import type { Client } from '../../client.ts';
import type { FactLanguage } from '../../declaration/service-facts.ts';
import type { ServiceTexts } from '../../declaration/service-texts.ts';
import type { ReceiptTexts } from '../../languages/receipts/texts.ts';
import type { AllTexts, CategoryTexts } from '../../languages/texts.ts';

/** What the settings and the element open it with. */
export interface ReceiptsInput {
  readonly client: Client;
  readonly t: AllTexts;
  readonly language: FactLanguage;
  /** Of another language than Swedish, which is here. */
  readonly words: ReceiptTexts | undefined;
  /** Puts the site's own texts in their place. */
  inOwnWords(texts: ReceiptTexts): ReceiptTexts;
  /** As the visitor reads them; the texts of known services are in the file that opens this one. */
  categoryOf(id: string): CategoryTexts;
  serviceOf(id: string): ServiceTexts;
}

export interface ReceiptsContext extends ReceiptsInput {
  readonly r: ReceiptTexts;
  /** Whole months that receipts are kept after the one in which they arrived. */
  readonly months: number;
}

/** Lists take the date as ÅÅÅÅ-MM-DD in every language (LAW 67); only Swedish writes it so by itself. */
export function timeInWords(at: string): string {
  return new Date(at).toLocaleString('sv', { dateStyle: 'short', timeStyle: 'short' });
}

/** What is fetched apart, only by who needs it. */
import type { DetailTexts } from '../languages/details/texts.ts';
import type { Language } from '../languages/language-for.ts';
import type { ReceiptTexts } from '../languages/receipts/texts.ts';
import type { AllTexts } from '../languages/texts.ts';
import type { showDeclaration } from './declaration/show-declaration.ts';
import type { ReceiptsInput } from './my-receipts/receipts-context.ts';
import type { WaitingInput } from './waiting/watch-waiting.ts';

/** What such a module exports: texts, "Mina kvitton", the declaration, or the waiting state. */
export type Part = {
  readonly [Name in Language]?: AllTexts;
} & {
  readonly details?: DetailTexts;
  readonly receiptTexts?: ReceiptTexts;
  showMyReceipts?(root: HTMLElement, input: ReceiptsInput): void;
  showDeclaration?: typeof showDeclaration;
  watchWaiting?(input: WaitingInput): void;
};

/** Swedish travels with what uses it. */
export type FetchedLanguage = Exclude<Language, 'sv'>;

export type PartName =
  | FetchedLanguage
  | `details-${FetchedLanguage}`
  | `receipts-${FetchedLanguage}`
  | 'receipts'
  | 'declaration'
  | 'rare';

/** Fetches one of them. */
export type LoadPart = (name: PartName) => Promise<Part>;

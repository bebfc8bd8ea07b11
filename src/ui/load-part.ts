/** What is fetched apart, only by who needs it. */
import type { Texts } from '../languages/texts.ts';
import type { Language } from '../model/language.ts';
import type { ReceiptsInput } from './my-receipts/receipts-context.ts';
import type { WaitingInput } from './waiting/watch-waiting.ts';

/** What such a module exports: the texts of a language under its name, "Mina kvitton", or the waiting state. */
export type Part = {
  readonly [Name in Language]?: Texts;
} & {
  showMyReceipts?(root: HTMLElement, input: ReceiptsInput): void;
  watchWaiting?(input: WaitingInput): void;
};

/** Fetches the module of a language other than Swedish, that of the receipts, or that of what is rarely needed. */
export type LoadPart = (name: Language | 'receipts' | 'rare') => Promise<Part>;

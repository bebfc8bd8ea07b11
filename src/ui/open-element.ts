import type { DetailedContext } from './detailed-context.ts';
import { openDeclaration } from './open-declaration.ts';
import { openReceipts } from './open-receipts.ts';

/** Fetches and shows what an element of ours on a page of the site is for. */
export function openElement(context: DetailedContext, root: HTMLElement): void {
  const open = root.localName === 'samtycke-receipts' ? openReceipts : openDeclaration;
  void open(context, root);
}

/** Checks a receipt against what its receiver signed, here in the browser. */
import type { NotConfirmed } from '../../languages/receipts/texts.ts';
import { provesReceipt, readHead, type SignedText } from '../../model/receipt-proof.ts';
import type { Page } from '../../page/page.ts';
import { verifyEd25519 } from '../../page/verify-ed25519.ts';
import type { ReceiverKey } from './at-receiver.ts';
import type { ReceiptRow } from './receipt-rows.ts';

/** `signedAt` when all is right. */
export type CheckResult = { readonly signedAt: string } | { readonly not: NotConfirmed };

/** `keys` is `undefined` when the receiver's keys could not be fetched. */
export async function checkReceipt(
  page: Page,
  { receipt, proof }: ReceiptRow,
  keys: readonly ReceiverKey[] | undefined,
): Promise<CheckResult> {
  if (!proof) return { not: 'noProof' };
  let text: SignedText;
  try {
    text = readHead(proof.head);
    // Before the signature: what does not fit needs no key to be found out.
    if (!provesReceipt(receipt, proof, text.head)) return { not: 'altered' };
  } catch {
    return { not: 'altered' };
  }
  if (!keys) return { not: 'noKeys' };
  const key = keys.find(({ kid }) => kid === text.kid);
  if (!key) return { not: 'unknownKey' };
  try {
    const right = await verifyEd25519(page, key.x, text.signature, text.signed);
    return right ? { signedAt: text.head.time } : { not: 'altered' };
  } catch {
    return { not: 'noCrypto' };
  }
}

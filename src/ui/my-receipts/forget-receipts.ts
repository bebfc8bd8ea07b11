/** Removes what this browser keeps of its receipts, once the receiver has let go of them. */
import type { Client } from '../../client.ts';
import { createLocalStore } from '../../page/local-store.ts';
import { writeChoice } from '../../storage/write-choice.ts';

/** Copies, proofs, the secret, and the number in the cookie of the choice. The choice itself stays. */
export function forgetReceipts({ page, config, choice }: Client): void {
  const store = createLocalStore(page);
  for (const key of ['samtycke.secret', 'samtycke.receipts', ...store.keys('samtycke.proof.')]) {
    store.remove(key);
  }
  if (!choice?.consentId) return;
  const { consentId, ...rest } = choice;
  writeChoice(page, config, rest);
}

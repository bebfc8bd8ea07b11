/** What a visitor asks of the receiver, by the secret of this browser and without an account. */

import type { Receipt } from '../../model/receipt.ts';
import type { ReceiptProof } from '../../model/receipt-proof.ts';
import type { Page } from '../../page/page.ts';

/** A receipt as the receiver holds it. */
export interface HeldReceipt {
  readonly receipt: Receipt;
  readonly hash: string;
  readonly received_at: string;
  readonly restricted?: boolean;
  readonly proof?: ReceiptProof;
}

/** A public key of the receiver (RFC 8037). */
export interface ReceiverKey {
  readonly kid: string;
  readonly x: string;
}

/** Each rejects when the receiver cannot be reached or refuses. */
export interface AtReceiver {
  list(): Promise<readonly HeldReceipt[]>;
  erase(): Promise<void>;
  restrict(restricted: boolean): Promise<void>;
  /** Public: also asked without any receipt. */
  keys(): Promise<readonly ReceiverKey[]>;
}

const timeoutMs = 10_000; // 10 s: as long as the sender waits

export function createAtReceiver(page: Page, endpoint: string, secret: string): AtReceiver {
  const { fetch, setTimeout, clearTimeout } = page.natives;
  const url = new URL(endpoint, page.document.baseURI);
  const ask = async (to: string | URL, method: string, headers: Record<string, string>) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    try {
      const response = await fetch(to, {
        method,
        headers,
        credentials: 'omit',
        referrerPolicy: 'origin',
        redirect: 'error', // the secret is for this receiver only
        signal: abort.signal,
      });
      if (!response.ok) throw new Error(`The receiver answered ${response.status}.`);
      return await response.json();
    } finally {
      clearTimeout(timer);
    }
  };
  const own = (path: string, method: string) =>
    ask(`${url.href}${path}`, method, { authorization: `Bearer ${secret}` });
  return {
    list: async () => (await own('', 'GET')).receipts,
    erase: () => own('', 'DELETE'),
    restrict: (restricted) => own('/restrict', restricted ? 'POST' : 'DELETE'),
    keys: async () => (await ask(new URL('/.well-known/samtycke-keys.json', url), 'GET', {})).keys,
  };
}

/** Posts one receipt once, and says what became of it. */
import type { Natives } from '../page/natives.ts';
import type { OutboxItem } from './outbox.ts';

/** What the receiver says of a receipt that it holds: id, hash, time, place in its log, proof. Kept as it is. */
export type Acknowledgement = object;

export type Outcome =
  /** The receiver holds it; `ack` is its answer, with the proof for the visitor. */
  | { readonly kind: 'acknowledged'; readonly ack: Acknowledgement }
  /** The endpoint will not take it as it is now: wrong route, too large, in conflict. */
  | { readonly kind: 'rejected'; readonly status: number }
  /** It may go better later. */
  | { readonly kind: 'failed'; readonly cause: unknown; readonly retryAfter?: string | null };

const timeoutMs = 10_000; // 10 s: longer than any receiver that is well, shorter than most visits
/** 4xx that speak of the moment and not of the receipt: Request Timeout, Too Early, Too Many Requests. */
const passing = [408, 425, 429];

/** Sends in the same turn as the call: nothing is awaited before the request is under way. */
export async function postReceipt(
  { fetch, setTimeout, clearTimeout }: Natives,
  endpoint: string,
  { body, hash, receipt }: OutboxItem,
  keepalive: boolean,
): Promise<Outcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body,
      // Anything but text/plain asks for a preflight, which a closing page never finishes.
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      keepalive,
      credentials: 'omit',
      referrerPolicy: 'origin',
      redirect: 'error', // following one could hand the receipt to a third party
      signal: abort.signal,
    });
    const { status } = response;
    if (status === 200 || status === 201) {
      // A captive portal says 200 too; only the receiver knows the hash.
      const ack = await response.json();
      if (ack.id === receipt.id && ack.hash === hash) return { kind: 'acknowledged', ack };
    } else if (status >= 400 && status < 500 && !passing.includes(status)) {
      return { kind: 'rejected', status };
    }
    return { kind: 'failed', cause: status, retryAfter: response.headers.get('retry-after') };
  } catch (cause) {
    return { kind: 'failed', cause };
  } finally {
    clearTimeout(timer);
  }
}

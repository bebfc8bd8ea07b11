/** Posts one receipt once, and says what became of it. */
import { nativesOf } from '../page/natives.ts';
import type { Page } from '../page/page.ts';
import type { OutboxItem } from './outbox.ts';

/** The receiver's answer to a receipt it holds; only `id` and `hash` are relied on. */
export interface Acknowledgement {
  readonly id: string;
  readonly hash: string;
}

export type Outcome =
  | { readonly kind: 'acknowledged'; readonly ack: Acknowledgement }
  /** The endpoint will not take it as it is now: wrong route, too large, in conflict. */
  | { readonly kind: 'rejected'; readonly status: number }
  /** It may go better later. */
  | { readonly kind: 'failed'; readonly retryAfter: string | null; readonly cause: unknown };

const timeoutMs = 10_000; // 10 s: longer than any receiver that is well, shorter than most visits
/** 4xx that speak of the moment and not of the receipt: Request Timeout, Too Early, Too Many Requests. */
const passing = [408, 425, 429];

/** Sends in the same turn as the call: nothing is awaited before the request is under way. */
export async function postReceipt(
  page: Page,
  endpoint: string,
  { body, hash, receipt }: OutboxItem,
  keepalive: boolean,
): Promise<Outcome> {
  const { fetch, setTimeout, clearTimeout } = nativesOf(page);
  const abort = new page.window.AbortController();
  let timer: number | undefined;
  // A race, since a fetch that somebody replaced may know nothing of signals.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(new Error('No answer in 10 s.'));
    }, timeoutMs);
  });
  const answer = async (): Promise<Outcome> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      body,
      // Anything but text/plain asks for a preflight, which a closing page never finishes.
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      keepalive,
      credentials: 'omit',
      referrerPolicy: 'origin',
      // Following one could hand the receipt to a third party.
      redirect: 'error',
      signal: abort.signal,
    });
    const { status } = response;
    if (status >= 400 && status < 500 && !passing.includes(status)) {
      return { kind: 'rejected', status };
    }
    if (status === 200 || status === 201) {
      // A captive portal says 200 too; only the receiver knows the hash.
      const ack: Partial<Acknowledgement> = await response.json();
      if (ack.id === receipt.id && ack.hash === hash) {
        return { kind: 'acknowledged', ack: ack as Acknowledgement };
      }
    }
    return {
      kind: 'failed',
      retryAfter: response.headers.get('retry-after'),
      cause: new Error(`The answer (${status}) is no acknowledgement.`),
    };
  };
  try {
    return await Promise.race([answer(), late]);
  } catch (cause) {
    return { kind: 'failed', retryAfter: null, cause };
  } finally {
    clearTimeout(timer);
  }
}

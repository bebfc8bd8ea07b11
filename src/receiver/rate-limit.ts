/** How often one address and one browser may ask, without keeping either (GDPR 5(1)(c)). */
import { dayMs } from '../model/day-ms.ts';
import { HttpError } from './http-error.ts';

/** A bucket that holds `burst` requests and is filled up at `perMinute`. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

// An office or a mobile network can be one address: thousands of visitors decide once a day each.
const addressRate: Rate = { burst: 300, perMinute: 300 };
// An outbox holds at most 50 receipts and sends them one by one when the network is back.
export const browserRate: Rate = { burst: 60, perMinute: 6 };
const mostBuckets = 50_000; // of each kind, some 10 MB together: a flood from more addresses is for the network to stop

/** Counts requests in memory, under hashes whose key is thrown away each day. `now` is in milliseconds. */
export function createRateLimit(now: () => number = Date.now, browser = browserRate) {
  let day = -1;
  let key: Promise<CryptoKey>;
  const addresses = createBuckets(addressRate, now);
  const browsers = createBuckets(browser, now);

  /** What stands for an address or a browser today: nobody can go back from it once the key is gone. */
  async function pseudonym(text: string): Promise<string> {
    const today = Math.floor(now() / dayMs);
    if (today !== day) {
      day = today;
      key = crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      addresses.clear();
    }
    const bytes = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text));
    return String.fromCharCode(...new Uint8Array(bytes, 0, 16)); // 128 bits: none meets another
  }

  return {
    /** Throws 429 when the address has asked too often; `undefined` is nobody's address. */
    async address(address: string | undefined): Promise<void> {
      if (address !== undefined) addresses.take(await pseudonym(networkOf(address)));
    },
    /** Throws 429 when the browser has asked too often. */
    browser(consentId: string): void {
      browsers.take(consentId); // a pseudonym already, and kept with the receipt anyway
    },
  };
}

/** IPv6 addresses of one customer are 2⁶⁴ (RFC 6177): they count as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

function createBuckets({ burst, perMinute }: Rate, now: () => number) {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = perMinute / 60_000;

  return {
    clear: () => buckets.clear(),
    take(name: string): void {
      const at = now();
      const bucket = buckets.get(name) ?? { left: burst, at };
      const left = Math.min(burst, bucket.left + Math.max(0, at - bucket.at) * perMs);
      // Put back at the end: the first is the one that has been quiet for longest.
      buckets.delete(name);
      if (buckets.size >= mostBuckets) buckets.delete(buckets.keys().next().value as string);
      buckets.set(name, { left: Math.max(0, left - 1), at });
      if (left >= 1) return;
      throw new HttpError(429, 'receiver', 'Too many requests. Try again later.', {
        'Retry-After': String(Math.ceil((1 - left) / perMs / 1_000)),
      });
    },
  };
}

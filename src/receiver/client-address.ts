/** Whose request it is, as far as a server behind proxies can know. */
import { isIPv4, isIPv6 } from 'node:net';

/**
 * The client's address for the rate limit. `X-Forwarded-For` is only believed from a
 * proxy that is known (`proxies`, and this machine), and then only as far as known
 * proxies wrote it: everything further left a client can make up. `undefined` when the
 * request comes from this machine itself and names nobody.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: ReadonlySet<string>,
): string | undefined {
  const isKnown = (address: string) => isThisMachine(address) || proxies.has(address);
  let client = plain(peer ?? '');
  const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
  while (isKnown(client)) {
    const hop = hops.pop();
    if (!hop || !(isIPv4(hop) || isIPv6(hop))) break;
    client = hop;
  }
  return client && !isThisMachine(client) ? client : undefined;
}

function isThisMachine(address: string): boolean {
  return address === '::1' || /^127\./.test(address);
}

/** IPv4 as IPv4, also where a socket for both writes it as IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

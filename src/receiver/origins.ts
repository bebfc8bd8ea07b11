/**
 * Checks that `text` is an origin as browsers send it. Throws, saying what to write instead.
 *
 * @example
 * parseOrigin('https://www.exempel.se/') // throws: write https://www.exempel.se
 */
export function parseOrigin(text: string): string {
  if (URL.canParse(text)) {
    const { origin, protocol } = new URL(text);
    if (protocol === 'https:' || protocol === 'http:') {
      if (origin === text) return origin;
      throw new Error(`"${text}" is not an origin: write ${origin}`);
    }
  }
  throw new Error(`"${text}" is not an origin: write scheme and host, like https://www.exempel.se`);
}

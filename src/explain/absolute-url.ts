/** `url` against `base`, or as it is when it cannot be resolved. */
export function absoluteUrl(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}

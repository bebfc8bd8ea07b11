/** What the parts of a consent record have in common. */

/** Anything JSON-LD. */
export type Node = { readonly [key: string]: unknown };
/** Says that a mandatory field lacks something, and where that would come from. */
export type Miss = (field: string, place: string) => void;
/** Names a place in the configuration, also when that is not published. */
export type Place = (path: string) => string;

/** An address as a page; one that is no address stays the text it is. */
export function pageAt(address: string, base: string): Node | string {
  return URL.canParse(address, base) ? { '@id': new URL(address, base).href } : address;
}

/** Random identifiers. */
import type { Page } from './page.ts';

export interface Ids {
  /** A UUID v4. */
  newUuid(): string;
  /** 32 hexadecimal characters, 128 random bits. */
  newSecret(): string;
}

/** From the browser's own source; `crypto.randomUUID` exists in secure contexts only, this everywhere. */
export function createIds({ window }: Page): Ids {
  const newSecret = () => {
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  return {
    newSecret,
    newUuid() {
      const hex = newSecret();
      const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3];
      const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
      return [...parts, variant + hex.slice(17, 20), hex.slice(20)].join('-');
    },
  };
}

/** `window.samtycke` as the site's own scripts use it. */
import type { Choice } from '../../src/model/choice.ts';
import type { Receipt } from '../../src/model/receipt.ts';

declare global {
  const samtycke: {
    /** Runs `fn` when the script is there: at once, when it is. */
    push(fn: () => void): void;
    receipts(): Promise<readonly Receipt[]>;
    on(name: 'choice' | 'change', listener: (choice: Choice) => void): () => void;
  };
}

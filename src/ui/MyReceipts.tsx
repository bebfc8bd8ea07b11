import { Disclosure } from './Disclosure.tsx';
import type { DetailedContext } from './detailed-context.ts';
import { openReceipts } from './open-receipts.ts';

/** The visitor's receipts and rights, folded up: a file of their own, fetched when they are opened. */
export function MyReceipts({ context }: { context: DetailedContext }) {
  return (
    <Disclosure label={context.t.receipts}>
      {() => (
        <div
          ref={(root) => {
            if (root && !root.firstChild) void openReceipts(context, root);
          }}
        />
      )}
    </Disclosure>
  );
}

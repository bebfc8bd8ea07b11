/**
 * `document.write` of released scripts. While a page is parsed its output
 * lands where the script stands; once parsing is over the browser would
 * replace the whole page with it.
 */

type Writer = (...parts: unknown[]) => unknown;

/** What a page may call to write. */
export type Writers = Readonly<Record<'write' | 'writeln' | 'open' | 'close', Writer>>;

/**
 * Puts `writers` in place of the page's while `isTurn` says so of the script that runs. Returns the undo.
 * Someone who has wrapped one meanwhile keeps it; ours then only passes on.
 */
export function replaceWriters(
  document: Document,
  writers: Writers,
  isTurn: (running: Element | null) => unknown,
): () => void {
  const page = document as unknown as Record<string, Writer>;
  const undos: (() => void)[] = [];
  for (const name in writers) {
    const original = page[name] as Writer;
    const ours: Writer = (...parts) =>
      (isTurn(document.currentScript) ? writers[name as keyof Writers] : original).apply(
        document,
        parts,
      );
    page[name] = ours;
    undos.push(() => {
      if (page[name] === ours) page[name] = original;
    });
  }
  return () => {
    for (const undo of undos) undo();
  };
}

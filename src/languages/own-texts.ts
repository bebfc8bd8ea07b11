/** Texts of a site's own in place of ours. */

/** Words by the names of ours, as the configuration has them: a text, or a group of texts. */
type Own = { readonly [name: string]: unknown };

/**
 * `texts` with those in `own` in their place. `{name}` in one of them stands for what is filled in there.
 * Whatever is no text in `own` is passed over: the configuration has been checked where somebody reads the console.
 */
export function withOwnTexts<All extends object>(texts: All, own: unknown): All {
  const all = { ...texts } as Record<string, unknown>;
  for (const name in own as Own | undefined) {
    const [text, words] = [all[name], (own as Own)[name]];
    if (text === undefined) continue; // of another part
    if (typeof words === 'object' && typeof text === 'object') {
      all[name] = withOwnTexts(text as object, words);
    } else if (typeof words === 'string') {
      all[name] = typeof text === 'function' ? filling(words) : words;
    }
  }
  return all as All;
}

/** Most texts have one place to fill in; a text with several is given them by name. */
function filling(words: string) {
  return (given: string | number | Readonly<Record<string, string>>) =>
    words.replace(/\{(\w+)\}/g, (_, name: string) =>
      String(typeof given === 'object' ? given[name] : given),
    );
}

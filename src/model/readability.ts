/** How easy a text is to read, and whether it follows the typography of its language (LAW 65, 67). */

/** LIX: up to 40 is plain, as in everyday news; the law's own text has over 60. */
export const mostLix = 40;
/** Words of the whole first layer. */
export const mostWords = 80;
/** Words of one sentence. */
export const longestSentence = 20;

const longWord = 6; // Björnsson: a word of more letters than this is long

/** The words of a text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}-]+/gu) ?? [];
}

/** The sentences of a text; a colon before a list ends one too (Björnsson's LIX counts it). */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/[.!?:]+(?=\s|$)/).filter((part) => wordsOf(part).length > 0);
}

/** Läsbarhetsindex: mean sentence length plus the share of words of more than six letters, in per cent. */
export function lix(text: string): number {
  const words = wordsOf(text);
  const long = words.filter((word) => word.length > longWord).length;
  return words.length / sentencesOf(text).length + (100 * long) / words.length;
}

/** What is wrong with the typography of a Swedish text, each in a few words. */
export function typographySlips(text: string): readonly string[] {
  const slips: readonly (readonly [RegExp, string])[] = [
    [/["'“]/, 'straight or English quotes: write ”'],
    [/, och\b/, 'a comma before "och"'],
    [/ {2}|^ | $| [.,:;?]/, 'a space too much'],
    [/ - |\d-\d/, 'a hyphen for a dash: write –'],
    [/\d (\d{3}\b|%|kr\b|år\b|dag|månad)/, 'a space that breaks after a number: write U+00A0'],
    [/\d%/, 'no space before %: write U+00A0'],
    [/\d\.\d{3}\b|\d,\d{3}\b/, 'a point or comma between thousands: write U+00A0'],
  ];
  return slips.filter(([pattern]) => pattern.test(text)).map(([, words]) => words);
}

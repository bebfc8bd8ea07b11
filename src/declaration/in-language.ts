import type { LocalText } from '../model/service.ts';

/** A text in a language; empty when there is none in it, since languages are never mixed (LAW 64). */
export function inLanguage(text: LocalText | undefined, lang: string): string {
  return typeof text === 'string' ? text : (text?.[lang] ?? '');
}

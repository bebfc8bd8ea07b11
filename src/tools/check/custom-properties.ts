/** The custom properties that a style sheet sets, wherever it sets them. */
import { TokenType, tokenize } from '@csstools/css-tokenizer';

export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  /** True inside `@media (prefers-color-scheme: dark)`. */
  readonly dark: boolean;
}

/** All of them in the order of the sheet: of two with the same name the later wins. */
export function customProperties(css: string): readonly Declaration[] {
  const tokens = tokenize({ css });
  const declarations: Declaration[] = [];
  /** For each open block whether it, or one around it, is for the dark. */
  const blocks: boolean[] = [];
  let prelude = '';
  for (let i = 0; i < tokens.length; i++) {
    const [type, text, start] = tokens[i] as (typeof tokens)[number];
    if (type === TokenType.OpenCurly) {
      blocks.push((blocks.at(-1) ?? false) || /prefers-color-scheme:\s*dark/.test(prelude));
      prelude = '';
    } else if (type === TokenType.CloseCurly) {
      blocks.pop();
      prelude = '';
    } else if (type === TokenType.Semicolon) prelude = '';
    else if (type === TokenType.Ident && text.startsWith('--') && prelude.trim() === '') {
      let end = i + 1;
      while (tokens[end]?.[0] === TokenType.Whitespace || tokens[end]?.[0] === TokenType.Comment)
        end++;
      if (tokens[end]?.[0] !== TokenType.Colon) continue;
      const from = end + 1;
      const ends: readonly TokenType[] = [TokenType.Semicolon, TokenType.CloseCurly, TokenType.EOF];
      for (end = from; !ends.includes((tokens[end] as (typeof tokens)[number])[0]); end++);
      const value = tokens
        .slice(from, end)
        .filter(([kind]) => kind !== TokenType.Comment)
        .map(([, raw]) => raw)
        .join('')
        .replace(/!\s*important\s*$/i, '')
        .trim();
      const line = css.slice(0, start).split('\n').length;
      declarations.push({ name: text, value, line, dark: blocks.at(-1) ?? false });
      i = end - 1;
    } else if (type !== TokenType.Comment) prelude += text;
  }
  return declarations;
}

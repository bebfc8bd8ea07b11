import { Command, InvalidArgumentError } from 'commander';
import { declarationCss } from '../declaration/declaration-css.ts';
import { declarationHtml } from '../declaration/declaration-html.ts';
import { languageFor } from '../languages/language-for.ts';
import { configAdvice } from '../model/config-advice.ts';
import { languageCodes } from '../model/text-names.ts';
import { abouts } from '../services/abouts.ts';
import { readConfigAt } from './config-source.ts';
import type { Output } from './output.ts';

interface Options {
  readonly language?: string;
  readonly level?: number;
  readonly css?: boolean;
}

const levels = [1, 2, 3, 4, 5]; // services are one below

/** `samtycke declaration`: prints the table of cookies as HTML, for pages that must say it without JavaScript. */
export function declarationCommand({ out, error }: Output): Command {
  return new Command('declaration')
    .description(
      'Print what the site stores and who gets data, as HTML for its page about cookies.',
    )
    .argument('<source>', 'a JSON file, or a page with the samtycke-config block (file or URL)')
    .option(
      '--language <code>',
      `one of ${languageCodes.join(', ')}; default: that of the configuration, or sv`,
      parseLanguage,
    )
    .option('--level <number>', 'level of the first headings, 1 to 5; default: 2', parseLevel)
    .option('--css', 'print the style sheet instead, for pages that are read without JavaScript')
    .addHelpText(
      'after',
      `
Put it where <samtycke-declaration></samtycke-declaration> stands: with JavaScript the
element shows the same, from the configuration of the page. What visitors are not told
yet goes to standard error.

Example:
  samtycke declaration samtycke.json > kakor.html`,
    )
    .action(async (source: string, { language, level, css }: Options) => {
      if (css) {
        out(declarationCss.trimStart());
        return;
      }
      const { config } = await readConfigAt(source);
      out(declarationHtml(config, languageFor(language ?? config.language ?? 'sv'), level));
      for (const { path, message } of configAdvice(config, abouts)) error(`${path} ${message}\n`);
    });
}

function parseLanguage(text: string): string {
  if (!languageCodes.includes(text)) {
    throw new InvalidArgumentError(`Write one of ${languageCodes.join(', ')}.`);
  }
  return text;
}

function parseLevel(text: string): number {
  if (!levels.includes(Number(text))) throw new InvalidArgumentError('Write a number from 1 to 5.');
  return Number(text);
}

/** Says in the console what is wrong with a configuration and with the tags of the page, and what to write instead. */
import { explainTags } from './explain-tags.ts';
import { ConfigError, parseConfig } from './model/parse-config.ts';
import { createPage } from './page/create-page.ts';
import { whenParsed } from './page/lifecycle.ts';
import { rules } from './services/rules.ts';

/** One console error for all problems of the configuration; for a valid one a warning for each tag that it does not know. */
export function explainConfig(input: unknown): void {
  try {
    const config = parseConfig(input, rules);
    const page = createPage();
    whenParsed(page, () => explainTags(page, config));
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
  }
}

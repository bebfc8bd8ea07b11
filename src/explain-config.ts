/** Says in the console what is wrong with a configuration and with the tags of the page, and what to write instead. */
import { explainTags } from './explain-tags.ts';
import { configAdvice } from './model/config-advice.ts';
import { ConfigError, parseConfig } from './model/parse-config.ts';
import { createPage } from './page/create-page.ts';
import { whenParsed } from './page/lifecycle.ts';
import { abouts } from './services/abouts.ts';
import { rules } from './services/rules.ts';

/**
 * One console error for all problems of the configuration; for a valid one what it still lacks
 * for the visitor, and a warning for each tag that it does not know.
 */
export function explainConfig(input: unknown): void {
  try {
    const config = parseConfig(input, rules);
    const advice = configAdvice(config, abouts);
    // `info`: nothing stops for it, and a test that fails on warnings must not either.
    if (advice.length > 0) {
      console.info(
        `samtycke: what visitors are not told yet:\n- ${advice.map(({ path, message }) => `${path} ${message}`).join('\n- ')}`,
      );
    }
    const page = createPage();
    whenParsed(page, () => explainTags(page, config));
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
  }
}

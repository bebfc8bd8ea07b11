/** Says in the console what is wrong with a configuration, with the tags of the page and with its colours, and what to write instead. */
import { explainTags } from './explain-tags.ts';
import { explainTheme } from './explain-theme.ts';
import { configAdvice } from './model/config-advice.ts';
import type { ConfigProblem } from './model/config-problem.ts';
import { ConfigError, parseConfig } from './model/parse-config.ts';
import { whenParsed } from './page/lifecycle.ts';
import type { Page } from './page/page.ts';
import { abouts } from './services/abouts.ts';
import { rules } from './services/rules.ts';

/**
 * One console error for all problems of the configuration, which are also given back; for a valid one what it
 * still lacks for the visitor, and a warning for each tag that it does not know and each colour that cannot be
 * read. `isSaid`: the console has it already.
 */
export function explainConfig(page: Page, input: unknown, isSaid: boolean): readonly string[] {
  const fault = faultOfBlock(page, input);
  try {
    if (fault) throw new ConfigError([fault]);
    const config = parseConfig(input, rules);
    if (!isSaid) {
      const advice = configAdvice(config, abouts);
      // `info`: nothing stops for it, and a test that fails on warnings must not either.
      if (advice.length > 0) {
        console.info(
          `samtycke: what visitors are not told yet:\n- ${advice.map(({ path, message }) => `${path} ${message}`).join('\n- ')}`,
        );
      }
      whenParsed(page, () => {
        explainTags(page, config);
        explainTheme(page);
      });
    }
    return [];
  } catch (error) {
    if (!isSaid) console.error(error instanceof ConfigError ? error.message : error);
    if (!(error instanceof ConfigError)) return [String(error)];
    return error.problems.map(({ path, message }) => `${path || 'it'} ${message}`);
  }
}

/** The head script has no words for a block that it could not read, or that the parser had not come to. */
function faultOfBlock({ document }: Page, input: unknown): ConfigProblem | undefined {
  const path = 'samtycke-config';
  try {
    const block = document.getElementById(path);
    const text = block && JSON.stringify(JSON.parse(block.textContent ?? ''));
    if (text && text !== '{}' && JSON.stringify(input) === '{}') {
      return { path, message: 'stands behind the script. Put it before.' };
    }
    return undefined;
  } catch (cause) {
    return { path, message: `is not JSON: ${cause}` };
  }
}

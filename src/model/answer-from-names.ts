/** What a site's own script or control asks for, as an answer. */
import { categoryNamed } from './category.ts';
import type { Answer } from './choice.ts';
import type { Config } from './config.ts';
import { SamtyckeError } from './errors.ts';

/** One answer for every optional category, or one for each name: a category, an alias of one, or a service. */
export type Names = boolean | Readonly<Record<string, boolean>>;

/** @throws {SamtyckeError} `unknown-category` for a name that the configuration does not have. */
export function answerFromNames(
  names: Names,
  { optional, services }: Pick<Config, 'optional' | 'services'>,
): Answer {
  const asked =
    typeof names === 'boolean' ? Object.fromEntries(optional.map((id) => [id, names])) : names;
  const answer: { categories?: Record<string, boolean>; services?: Record<string, boolean> } = {};
  for (const name in asked) {
    const category = categoryNamed(name);
    const isCategory = optional.includes(category);
    if (!isCategory && !services.some(({ id }) => id === name)) {
      throw new SamtyckeError(
        'unknown-category',
        `"${name}" is neither an optional category (${optional.join(', ')}) nor a service of the configuration.`,
      );
    }
    const kind = isCategory ? 'categories' : 'services';
    answer[kind] = { ...answer[kind], [isCategory ? category : name]: asked[name] === true };
  }
  return answer;
}

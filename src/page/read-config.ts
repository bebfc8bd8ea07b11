/** Finds what the site wrote as its configuration: the JSON block, or the attributes of our own tag. */
import { SamtyckeError } from '../model/errors.ts';
import type { Page } from './page.ts';

/** The attributes of the one-line form that hold several words. */
const lists = ['services', 'categories', 'signals'];

/**
 * The configuration as it stands in the page, unchecked. A JSON block wins over attributes.
 * @throws {SamtyckeError} `config-invalid` when the block is not JSON.
 */
export function readConfig({ document, script }: Page): unknown {
  const block = document.getElementById('samtycke-config');
  if (block) {
    try {
      return JSON.parse(block.textContent ?? '');
    } catch (cause) {
      throw new SamtyckeError(
        'config-invalid',
        `samtycke keeps everything blocked, because #samtycke-config is not JSON: ${(cause as Error).message}`,
        cause,
      );
    }
  }
  const input: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(script?.dataset ?? {})) {
    if (key === 'controller') input.controller = { name: value };
    else if (key === 'cookieDomain') input.cookie = { domain: value };
    else input[key] = lists.includes(key) ? value?.split(/[\s,]+/).filter(Boolean) : value;
  }
  return input;
}

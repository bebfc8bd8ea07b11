/** Finds what the site wrote as its configuration: the JSON block, or the attributes of our own tag. */
import type { Page } from './page.ts';

/**
 * The configuration as it stands in the page, unchecked. A JSON block wins over attributes.
 * @throws {SyntaxError} when the block is not JSON.
 */
export function readConfig({ document, script }: Page): unknown {
  const block = document.getElementById('samtycke-config');
  if (block) return JSON.parse(block.textContent ?? '');
  const input: Record<string, unknown> = {};
  const data = script?.dataset;
  for (const key in data) {
    const value = data[key];
    if (key === 'controller') input.controller = { name: value };
    // The names in the plural are lists: services, categories, signals.
    else input[key] = key.endsWith('s') ? value?.match(/[^\s,]+/g) : value;
  }
  return input;
}

/** Where a command gets a site's configuration: a JSON file, or a page, as a file or from the web. */
import type { ConfigInput } from '../model/config.ts';
import { parseConfig } from '../model/parse-config.ts';
import { rules } from '../services/rules.ts';
import { readText } from './input-files.ts';
import type { ReadConfig } from './read-config-file.ts';
import { UsageError } from './usage-error.ts';

const fetchMs = 10_000; // a page that takes longer is down

/** The configuration at `source`, as written and as the browser completes it, so that its hash is the one in receipts. */
export async function readConfigAt(source: string): Promise<ReadConfig> {
  const text = /^https?:\/\//i.test(source) ? await fetchText(source) : readText(source);
  const json = /^\s*</.test(text) ? blockIn(text, source) : text;
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (cause) {
    throw new UsageError(`The configuration in ${source} is not JSON: ${cause}.`, cause);
  }
  try {
    return { input: input as ConfigInput, config: parseConfig(input, rules) };
  } catch (cause) {
    throw new UsageError(`${source}: ${(cause as Error).message}`, cause);
  }
}

/** A comment or a script, whichever comes first: a block in a comment is none, nor is a comment in a script. */
const commentOrScript =
  /<!--[\s\S]*?-->|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;
const ownId = /\bid\s*=\s*(["']?)samtycke-config\1(?=[\s/]|$)/i;

/** The text of the first `<script id="samtycke-config">`, which is the one that the browser takes. */
function blockIn(html: string, source: string): string {
  for (const [, attributes = '', text = ''] of html.matchAll(commentOrScript)) {
    if (ownId.test(attributes)) return text;
  }
  throw new UsageError(
    `${source} has no <script type="application/json" id="samtycke-config">. Name the page that has it, or a JSON file with the configuration.`,
  );
}

async function fetchText(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(fetchMs) });
    if (response.ok) return await response.text();
    throw new Error(`it answered ${response.status}`);
  } catch (cause) {
    throw new UsageError(`Cannot read ${url}: ${reasonOf(cause)}.`, cause);
  }
}

/** What was wrong with a fetch: the network's own words are in the cause. */
export function reasonOf(problem: unknown): string {
  const { cause, message } = problem as Error;
  const { code, message: inner } = (cause ?? {}) as { code?: string; message?: string };
  return inner || code || message;
}

import { statSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { canonical } from '../model/canonical.ts';
import { hashOf } from '../model/sha256.ts';
import { publishedText } from '../receiver/routes/bodies.ts';
import { readConfigAt, reasonOf } from './config-source.ts';
import { readJson } from './input-files.ts';
import type { Output } from './output.ts';
import { noticesOf } from './snapshot/snapshot-folder.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly to: string;
  readonly notice?: readonly string[];
}

/** A text with what people call it. */
interface Publication {
  readonly name: string;
  readonly body: string;
}

const putMs = 30_000; // what the receiver gives a request
const thisMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** `samtycke publish`: puts the configuration, and the texts of notices, to the receiver under their hashes. */
export function publishCommand({ out }: Output): Command {
  return new Command('publish')
    .description(
      'Publish the configuration at the receiver, so that receipts can be read for ever.',
    )
    .argument('<source>', 'a JSON file, or a page with the samtycke-config block (file or URL)')
    .requiredOption('--to <url>', 'the receiver, like https://www.exempel.se', parseReceiver)
    .option(
      '--notice <file>',
      'a folder of samtycke snapshot, or JSON with the texts of a notice (strings as shown, language, layer) or a list of such; may be given several times',
      (file: string, earlier: readonly string[] = []) => [...earlier, file],
    )
    .addHelpText(
      'after',
      `
Do it before the page goes live. Doing it again changes nothing: a text stands under
its own hash and never changes. The environment variable SAMTYCKE_ADMIN_TOKEN holds the
receiver's token; it is sent to --to and nowhere else.

Example:
  samtycke publish https://www.exempel.se/ --to https://www.exempel.se`,
    )
    .action(async (source: string, { to, notice = [] }: Options) => {
      const token = process.env.SAMTYCKE_ADMIN_TOKEN;
      if (!token) {
        throw new UsageError("Set SAMTYCKE_ADMIN_TOKEN to the receiver's admin token.");
      }
      const { config } = await readConfigAt(source);
      const publications = [
        { name: `configuration ${config.policyVersion}`, body: canonical(config) },
        ...notice.flatMap(noticesIn),
      ];
      for (const publication of publications) await put(publication, to, token, out);
    });
}

async function put(
  { name, body }: Publication,
  to: string,
  token: string,
  out: Output['out'],
): Promise<void> {
  const hash = hashOf(body);
  const url = `${to}/v1/config/${hash}`;
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'PUT',
      body,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      redirect: 'manual', // the token is for this address alone
      signal: AbortSignal.timeout(putMs),
    });
  } catch (cause) {
    throw new Error(`Cannot reach the receiver at ${to}: ${reasonOf(cause)}.`, { cause });
  }
  const answer = await response.text();
  if (!response.ok) throw refusal(response.status, answer, name, to);
  out(`${response.status === 201 ? 'Published' : 'Here already'}: ${name}, ${hash}\n`);
}

function refusal(status: number, answer: string, name: string, to: string): Error {
  let said = '';
  try {
    said = ` ${JSON.parse(answer).error}`;
  } catch {
    said = ' That is no answer of a receiver: does the proxy pass /v1/ on to it?';
  }
  return new Error(`${to} did not take the ${name} and answered ${status}.${said}`);
}

/** The notices in a folder of snapshots, or in a file: one list of texts, or several. */
function noticesIn(file: string): readonly Publication[] {
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory();
  const value = isFolder ? noticesOf(file) : readJson(file);
  const lists = Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
  return (lists ? value : [value]).map((notice) => {
    const strings = publishedText.safeParse(notice).data;
    // The browser hashes the strings, then language and layer (new-receipt.ts).
    if (!Array.isArray(strings) || ![0, 1, 2].includes(strings.at(-1) as number)) {
      throw new UsageError(
        `${file} holds no texts of a notice. Write a list: the strings in the order of the screen, the language, the layer (0, 1 or 2).`,
      );
    }
    return { name: `notice ${strings.slice(-2).join(', layer ')}`, body: canonical(strings) };
  });
}

function parseReceiver(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && thisMachine.test(url.hostname));
  if (!url || !isSafe) {
    throw new InvalidArgumentError(
      'Write an https address: the token must not cross the net in the clear (http only to this machine).',
    );
  }
  return url.href.replace(/(\/v1\/receipts)?\/*([?#].*)?$/, '');
}

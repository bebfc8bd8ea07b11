import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { headParts } from '../markup/head-parts.ts';
import { type TaggedItem, tagHtml } from '../markup/rewriter.ts';
import { htmlFiles, pageUrl } from './html-files.ts';
import { configIn, type ReadConfig, readConfigFile } from './read-config-file.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly config?: string;
  readonly site?: string;
  readonly script?: string;
  readonly inline?: boolean;
  readonly calm?: boolean;
  readonly wall?: boolean;
  readonly pageWall?: boolean;
  readonly allow: readonly string[];
  readonly check?: boolean;
}

/** `samtycke tag`: tags declared services in the pages of a built site. */
export function tagCommand(out: (text: string) => void): Command {
  return new Command('tag')
    .description('Tag declared services in HTML files, in place.')
    .argument('<paths...>', 'HTML files, or folders to look for them in')
    .option('--config <file>', "the configuration as JSON; default: each page's own block")
    .option('--site <url>', 'where the first folder is served, to resolve relative addresses')
    .option('--script <url>', 'put configuration and head script in, served at this address')
    .option('--inline', 'put the head script itself in, for --script')
    .option('--calm', "stop Chromium's preload scanner with a policy that forbids nothing")
    .option('--wall', 'put in what reloads a page when the wall opens: see samtycke wall')
    .option('--page-wall', 'put in a script that builds the wall in the page, for --script')
    .option(
      '--allow <host>',
      'with --page-wall: a host that every page needs; may be repeated',
      (host: string, hosts: readonly string[]) => [...hosts, host],
      [] as readonly string[],
    )
    .option('--check', 'change nothing; exit with 2 when something would be tagged')
    .addHelpText(
      'after',
      `
A second run changes nothing. What is tagged already is left as it is.

Example, after a build:
  samtycke tag dist --config samtycke.json --script /samtycke/samtycke.js`,
    )
    .action((paths: readonly string[], options: Options) => tagFiles(paths, options, out));
}

function tagFiles(paths: readonly string[], options: Options, out: (text: string) => void): void {
  const shared = options.config === undefined ? undefined : readConfigFile(options.config);
  if (!shared && options.script) {
    throw new UsageError(
      '--script writes the configuration into the pages: name it with --config.',
    );
  }
  if (options.inline && !options.script) {
    throw new UsageError(
      '--inline needs to know where the other files are: name it with --script.',
    );
  }
  if (options.pageWall && !options.script) {
    throw new UsageError(
      '--page-wall needs to know where our files are served: name it with --script.',
    );
  }
  const files = paths.flatMap((path) => htmlFiles(path).map((file) => ({ file, folder: path })));
  if (files.length === 0) throw new UsageError(`There is no HTML file in ${paths.join(', ')}.`);
  let changed = 0;
  for (const { file, folder } of files) {
    const bytes = readFileSync(file).toString('latin1');
    const { input, config } = shared ?? configOfPage(bytes, file);
    const { html, tagged } = tagHtml(bytes, {
      config,
      source: 'bytes',
      head: headParts(input, {
        ...(options.script && { script: options.script }),
        ...(options.wall && { wall: 'header' }),
        ...(options.pageWall && { wall: 'page', allow: options.allow }),
        inline: options.inline === true,
        calm: options.calm === true,
      }),
      ...(options.site && { pageUrl: pageUrl(file, folder, options.site) }),
    });
    if (html === bytes) continue;
    changed += 1;
    if (!options.check) writeFileSync(file, html, 'latin1');
    out(`${file}: ${tagged.length > 0 ? summaryOf(tagged) : 'our own tags put in'}\n`);
  }
  const pages = `${files.length} ${files.length === 1 ? 'page' : 'pages'}`;
  if (options.check && changed > 0) {
    throw new UsageError(`${changed} of ${pages} would change: run samtycke tag without --check.`);
  }
  out(`${pages}, ${changed} changed.\n`);
}

/** The block of the page itself; a page without one has nothing declared, which is a slip. */
function configOfPage(html: string, file: string): ReadConfig {
  const block = /<script[^>]*\bid\s*=\s*["']?samtycke-config\b[^>]*>([\s\S]*?)<\/script/i.exec(
    html,
  )?.[1];
  if (block === undefined) {
    throw new UsageError(
      `${file} has no configuration block: name the configuration with --config.`,
    );
  }
  return configIn(Buffer.from(block, 'latin1').toString('utf8'), file);
}

/** `2 script (google-analytics), 1 iframe (youtube)` */
function summaryOf(tagged: readonly TaggedItem[]): string {
  const counts = new Map<string, number>();
  for (const { element, services } of tagged) {
    const kind = `${element} (${services.join(', ')})`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

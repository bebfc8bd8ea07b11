import { Command } from 'commander';
import type { Config } from '../model/config.ts';
import { parseConfig } from '../model/parse-config.ts';
import { fullRules } from '../services/full-rules.ts';
import { configFindings } from './check/config-findings.ts';
import type { Finding } from './check/finding.ts';
import { pageFindings } from './check/page-findings.ts';
import { themeFindings } from './check/theme-findings.ts';
import { versionFindings } from './check/version-findings.ts';
import { htmlFiles, pageUrl } from './html-files.ts';
import { readJson, readText } from './input-files.ts';
import { NotVerified } from './not-verified.ts';
import type { Output } from './output.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly config: string;
  readonly before?: string;
  readonly css?: readonly string[];
  readonly site?: string;
}

/** `samtycke check`: says what of a site is against the law or cannot be read. Exit code 3 when there is an error. */
export function checkCommand({ out }: Output): Command {
  return new Command('check')
    .description('Check configuration, pages and colours before they go live.')
    .argument('[paths...]', 'HTML files, or folders to look for them in')
    .requiredOption('--config <file>', 'the configuration as JSON')
    .option(
      '--before <file>',
      'the configuration that is live: a changed purpose needs a new version',
    )
    .option(
      '--css <file>',
      "a style sheet that sets samtycke's colours; may be given several times",
      (file: string, earlier: readonly string[] = []) => [...earlier, file],
    )
    .option('--site <url>', 'where the first folder is served, to resolve relative addresses')
    .addHelpText(
      'after',
      `
Exit codes: 0 no error (there may be warnings), 2 wrong usage, 3 an error was found.

Example, after a build:
  samtycke check dist --config samtycke.json --css dist/site.css`,
    )
    .action((paths: readonly string[], options: Options) => {
      const files = paths.flatMap((folder) => htmlFiles(folder).map((file) => ({ file, folder })));
      const findings = findingsOf(files, options);
      for (const { where, severity, message } of findings)
        out(`${where}: ${severity}: ${message}\n`);
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      const warnings = findings.length - errors;
      out(`${counted(errors, 'error')}, ${counted(warnings, 'warning')}.\n`);
      if (errors > 0) throw new NotVerified();
    });
}

function findingsOf(
  files: readonly { readonly file: string; readonly folder: string }[],
  { config: configFile, before, css = [], site }: Options,
): readonly Finding[] {
  const input = readJson(configFile);
  const findings = [...configFindings(input, fullRules, configFile, site)];
  for (const file of css) findings.push(...themeFindings(readText(file), file));
  // What follows is about a valid configuration.
  const config = configOf(input);
  if (!config) return findings;
  if (before) {
    const live = configOf(readJson(before));
    if (!live) throw new UsageError(`${before} is no valid configuration, so it cannot be live.`);
    findings.push(...versionFindings(config, live, configFile));
  }
  for (const { file, folder } of files) {
    const html = readText(file);
    const url = site && pageUrl(file, folder, site);
    findings.push(...pageFindings(html, config, file, url));
    for (const [, text = ''] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style/gi)) {
      findings.push(...themeFindings(text, file).map((one) => ({ ...one, where: file })));
    }
  }
  return findings;
}

function configOf(input: unknown): Config | undefined {
  try {
    return parseConfig(input, fullRules);
  } catch {
    return undefined; // its problems are findings already
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

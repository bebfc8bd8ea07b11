import { Command } from 'commander';
import type { Browser } from 'playwright';
import { languageFor } from '../languages/language-for.ts';
import { integrityOf } from '../markup/own-files.ts';
import { canonical } from '../model/canonical.ts';
import type { Config } from '../model/config.ts';
import { hashOf } from '../model/sha256.ts';
import { languageCodes } from '../model/text-names.ts';
import { readConfigAt } from './config-source.ts';
import { readText } from './input-files.ts';
import type { Output } from './output.ts';
import { ownVersion } from './own-version.ts';
import { launchBrowser } from './snapshot/launch-browser.ts';
import { renderLayer } from './snapshot/render-layer.ts';
import { shownLayers } from './snapshot/shown-layers.ts';
import { openSnapshotFolder } from './snapshot/snapshot-folder.ts';

interface Options {
  readonly out: string;
  readonly css?: string;
  readonly browser?: string;
}

/** `samtycke snapshot`: pictures and texts of all that visitors are shown, under the hashes that their receipts carry. */
export function snapshotCommand({ out }: Output): Command {
  return new Command('snapshot')
    .description(
      'Keep pictures and texts of what visitors are shown, under the hashes in receipts.',
    )
    .argument('<source>', 'a JSON file, or a page with the samtycke-config block (file or URL)')
    .option('--out <folder>', 'where they go', 'snapshots')
    .option('--css <file>', "a style sheet of the site's, so that the pictures have its looks")
    .option('--browser <path>', "a Chromium to use. Default: Playwright's own")
    .addHelpText(
      'after',
      `
It needs Playwright: npm install --save-dev playwright. Banner, settings and stand-ins are
shown in every language, light and dark, and decided in, so that each hash comes from a real
receipt. Nothing leaves this machine. Doing it again keeps the pictures that are there.

Example, before a page goes live:
  samtycke snapshot samtycke.json --css dist/site.css
  samtycke publish samtycke.json --notice snapshots --to https://www.exempel.se`,
    )
    .action(async (from: string, { out: folder, css, browser: path }: Options) => {
      const source = await readConfigAt(from);
      const { config } = source;
      const sheet = css === undefined ? '' : readText(css);
      const configuration = { hash: hashOf(canonical(config)), rev: config.policyVersion };
      const script = integrityOf('samtycke.js') ?? '';
      const snapshots = openSnapshotFolder(folder);
      const wanted = languagesOf(config).flatMap((language) =>
        shownLayers(config, Date.now()).map((shown) => ({ language, shown })),
      );
      const missing = wanted.filter(
        ({ language, shown }) =>
          !snapshots.isDone(language, shown.name, script, configuration.hash),
      );
      const browser = missing.length > 0 ? await launchBrowser(path) : undefined;
      try {
        for (const { language, shown } of missing) {
          const entry = (hash: string) => ({
            hash,
            language,
            layer: shown.name,
            configurations: [configuration],
            sdk: ownVersion(),
            script,
            browser: `Chromium ${browser?.version()}`,
            at: new Date().toISOString(),
          });
          const { notice, pictures } = await renderLayer(
            browser as Browser,
            { source, language, shown, css: sheet },
            ({ hash }) => snapshots.has(entry(hash)),
          );
          snapshots.keep(entry(notice.hash), notice, pictures);
          out(`${pictures ? 'Taken' : 'Unchanged'}: ${shown.name}, ${language}, ${notice.hash}\n`);
        }
      } finally {
        await browser?.close();
      }
      if (browser) snapshots.close();
      out(`${wanted.length} snapshots in ${folder}, ${missing.length} of them looked at now.\n`);
    });
}

function languagesOf({ language }: Config): readonly string[] {
  return language === undefined ? languageCodes : [languageFor(language)];
}

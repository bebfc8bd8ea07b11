/** A folder of snapshots: one folder for each notice, named by the hash that receipts carry, and an index. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonical } from '../../model/canonical.ts';
import { hashOf } from '../../model/sha256.ts';
import { html } from '../../receiver/owner-page/html.ts';
import { readJson } from '../input-files.ts';
import { UsageError } from '../usage-error.ts';
import { type Notice, type Pictures, themes } from './render-layer.ts';

const entrySchema = z.strictObject({
  /** `notice.hash` of receipts, and the name of the folder. */
  hash: z.string().regex(/^sha256-[\w-]{43}$/),
  language: z.string(),
  layer: z.string(),
  /** `config.hash` and `config.rev` of the configurations that gave it, oldest first. */
  configurations: z.array(z.strictObject({ hash: z.string(), rev: z.string() })),
  /** What was shown, with the SRI hash of its head script, which names all its files; in what, and when. */
  sdk: z.string(),
  script: z.string(),
  browser: z.string(),
  at: z.string(),
});
const indexSchema = z.strictObject({ v: z.literal(1), snapshots: z.array(entrySchema) });
/** What the index says of one layer in one language. */
export type SnapshotEntry = z.infer<typeof entrySchema>;

const indexFile = 'index.json';

/** The notices in a folder of snapshots as `PUT /v1/config/{hash}` takes them; throws when a text is not what its folder says. */
export function noticesOf(folder: string): readonly unknown[] {
  const hashes = new Set(entriesOf(folder).map(({ hash }) => hash));
  return [...hashes].map((hash) => {
    const file = join(folder, hash, 'text.json');
    const notice = readJson(file);
    if (hashOf(canonical(notice)) !== hash) {
      throw new UsageError(`${file} is not the text that its folder is named by: it was changed.`);
    }
    return notice;
  });
}

/** Opens a folder of snapshots, which need not be there yet. */
export function openSnapshotFolder(folder: string) {
  const entries = [...entriesOf(folder)];
  const same = (one: Pick<SnapshotEntry, 'hash' | 'language' | 'layer'>) =>
    entries.findIndex(
      ({ hash, language, layer }) =>
        hash === one.hash && language === one.language && layer === one.layer,
    );
  const pathsOf = ({ hash, language, layer }: Omit<SnapshotEntry, 'configurations'>) =>
    themes.map((theme) => join(folder, hash, `${language}-${layer}-${theme}.png`));

  const hasPictures = (entry: SnapshotEntry) => pathsOf(entry).every((path) => existsSync(path));

  return {
    /** True when the same files have been shown for the same configuration before. */
    isDone: (language: string, layer: string, script: string, configHash: string) =>
      entries.some(
        (known) =>
          known.language === language &&
          known.layer === layer &&
          known.script === script &&
          known.configurations.some(({ hash }) => hash === configHash) &&
          hasPictures(known),
      ),

    /** True when the pictures of it are here: they are kept as they were taken. */
    has: (entry: SnapshotEntry) => same(entry) >= 0 && hasPictures(entry),

    /** Keeps text and pictures, and notes which configuration gave them. */
    keep(entry: SnapshotEntry, { hash, text }: Notice, pictures: Pictures | undefined): void {
      mkdirSync(join(folder, hash), { recursive: true });
      // The very bytes that the hash is made of, without a line feed after them.
      writeFileSync(join(folder, hash, 'text.json'), text);
      const place = same(entry);
      if (pictures) {
        for (const [i, path] of pathsOf(entry).entries()) {
          writeFileSync(path, pictures[themes[i] as (typeof themes)[number]]);
        }
      }
      const old = entries[place];
      const configurations = [...(old?.configurations ?? [])];
      for (const one of entry.configurations) {
        if (!configurations.some((known) => known.hash === one.hash)) configurations.push(one);
      }
      const kept = { ...(pictures || !old ? entry : old), configurations };
      if (old) entries[place] = kept;
      else entries.push(kept);
    },

    /** Writes the index, for machines and for people. */
    close(): void {
      const index = { v: 1, snapshots: entries };
      writeFileSync(join(folder, indexFile), `${JSON.stringify(index, null, 2)}\n`);
      writeFileSync(join(folder, 'index.html'), pageOf(entries));
    },
  };
}

function entriesOf(folder: string): readonly SnapshotEntry[] {
  const file = join(folder, indexFile);
  if (!existsSync(file)) return [];
  const { data, error } = indexSchema.safeParse(readJson(file));
  if (data) return data.snapshots;
  throw new UsageError(`${file} is no index of snapshots: ${z.prettifyError(error)}`);
}

function pageOf(entries: readonly SnapshotEntry[]): string {
  const sections = entries.map(({ hash, language, layer, configurations, sdk, browser, at }) => {
    const pictures = themes.map((theme) => {
      const file = `${hash}/${language}-${layer}-${theme}.png`;
      return html`<img src="${file}" alt="${theme}" loading="lazy">`;
    });
    const revs = configurations.map(({ rev, hash }) => `${rev} (${hash})`).join(', ');
    return html`<section lang="en"><h2>${layer}, ${language}</h2>
<p><code>${hash}</code> <a href="${hash}/text.json">text</a><br>configuration ${revs}<br>samtycke ${sdk}, ${browser}, ${at}</p>
${pictures}</section>
`;
  });
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>What was shown</title>
<style>body{font:1rem/1.5 system-ui;margin:2rem}code{overflow-wrap:anywhere}img{max-width:48%;vertical-align:top;border:1px solid #888}</style></head><body>
<h1>What was shown</h1><p>Each notice under the hash that receipts carry in <code>notice.hash</code>.</p>
${sections}</body></html>
`.markup;
}

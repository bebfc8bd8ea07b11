/** The pages of a site that was built into a folder. */
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UsageError } from './usage-error.ts';

/** The HTML files under `path`, or `path` itself when it is a file. */
export function htmlFiles(path: string): readonly string[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) throw new UsageError(`${path} does not exist.`);
  if (!status.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'))
    .sort();
}

/** Where `file` is served when `folder` is served at `site`. */
export function pageUrl(file: string, folder: string, site: string): string {
  if (!URL.canParse(site))
    throw new UsageError(`"${site}" is no address: write https://www.exempel.se/`);
  return new URL(relative(folder, file), site.endsWith('/') ? site : `${site}/`).href;
}

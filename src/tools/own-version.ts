import { existsSync, readFileSync } from 'node:fs';

/** The version in this package's own package.json, wherever the build has put this code. */
export function ownVersion(): string {
  const file = ['../package.json', '../../package.json'] // from dist; from dist/chunks and src/tools
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  return file ? JSON.parse(readFileSync(file, 'utf8')).version : 'unknown';
}

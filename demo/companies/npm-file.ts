/** Files of the trackers' own npm packages, as their makers built them. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The text of a file in `node_modules`. */
export function npmFile(path: string): Promise<string> {
  return readFile(modules + path, 'utf8');
}

/** An answer that is a script. */
export function scriptAnswer(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
}

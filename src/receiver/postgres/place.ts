/** Where a database is, in words without its password. */
import { openingProblem } from './postgres-errors.ts';

/** `host:5432/database`. */
export function placeOf({ host, pathname }: URL): string {
  return `${host}${pathname}`;
}

/** The error that says why a database cannot be used, and what to do. */
export function problemWith(url: URL, cause: unknown): Error {
  return new Error(
    `Cannot use ${placeOf(url)} as the receipt database: ${openingProblem(cause, url)}`,
    { cause },
  );
}

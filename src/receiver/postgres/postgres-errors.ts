/** What PostgreSQL and its driver answer with when something cannot be done, in our words. */
import { StoreError } from '../store.ts';

/** What the driver throws. `code` is a SQLSTATE, or the driver's or Node's own word. */
export interface DatabaseError extends Error {
  readonly code?: string;
}

/** A row with this key is here already. */
export const uniqueViolation = '23505';
/** Two transactions waited for each other; this one was given up. */
export const deadlock = '40P01';
/** No partition takes the row. */
export const checkViolation = '23514';

/** From the beginning of a code to what it means and when another try makes sense: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const meanings: readonly (readonly [RegExp, string, number])[] = [
  [/^CONNECTION_ENDED$/, 'The store is closed', 5],
  // 08: connection exceptions; 57P: the server stops or starts; 53300: it has too many connections.
  [/^(CONN|E[A-Z]{3}|08|57P|53300)/, 'The database cannot be reached', 2],
  [/^53100$/, 'The disk of the database is full', 60],
  [/^(40|55P03|57014)/, 'The database is busy', 2],
  [/^25006$/, 'The database can only be read; it may be a standby', 10],
  [
    /^42501$/,
    'The role of this receiver may not do that (docs/postgresql.md says who may what)',
    60,
  ],
];

/** Longer than the server itself lets a commit take, so that only its silence is meant. */
export const soonMs = 15_000;

/** The error that a store rejects with. */
export function storeErrorOf(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const { code = '', message } = cause as DatabaseError;
  for (const [codes, meaning, seconds] of meanings) {
    if (codes.test(code)) return new StoreError(`${meaning}.`, seconds, cause);
  }
  return new StoreError(`The database cannot be used: ${message}.`, 30, cause);
}

/** Makes every failure of some work a `StoreError`. */
export function attempt<A extends unknown[], R>(
  work: (...input: A) => Promise<R>,
): (...input: A) => Promise<R> {
  return async (...input) => {
    try {
      return await work(...input);
    } catch (cause) {
      throw storeErrorOf(cause);
    }
  };
}

/**
 * The same for what a receipt waits for. A network that swallows everything says nothing for a
 * quarter of an hour; then `giveUp` is called, and what became of the work is not known.
 */
export function attemptSoon<A extends unknown[], R>(
  giveUp: () => void,
  work: (...input: A) => Promise<R>,
): (...input: A) => Promise<R> {
  return attempt(async (...input) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        giveUp();
        reject(new StoreError('The database does not answer.', 5));
      }, soonMs);
    });
    try {
      return await Promise.race([work(...input), late]);
    } finally {
      clearTimeout(timer);
    }
  });
}

/** Why a database cannot be opened, and what to do. */
export function openingProblem(cause: unknown, url: URL): string {
  const { code = '', message } = cause as DatabaseError;
  const [user, database] = [url.username, url.pathname.slice(1)].map(decodeURIComponent);
  switch (code) {
    case '28P01':
    case '28000':
      return `the server does not let the role ${user} in. Mend the password, or pg_hba.conf.`;
    case '3D000':
      return `there is no such database. Make it: CREATE DATABASE ${database}.`;
    case '42501':
      return `the role ${user} may not do that (${message}). Make it the owner of the database, or give the address of the role that is as well (docs/postgresql.md).`;
    case 'ECONNREFUSED':
      return 'nothing listens there. Start PostgreSQL, or mend the address.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no such host. Mend the address.';
    case 'CONNECT_TIMEOUT':
      return 'the server does not answer. Mend the address, or let the connection through.';
    default:
      return `${message}.`;
  }
}

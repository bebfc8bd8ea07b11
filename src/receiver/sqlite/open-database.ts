import { closeSync, openSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { migrate, requireOurs } from './sqlite-schema.ts';

/** How long to wait for another program's lock: the sender's retry is the better queue. */
export const busyMs = 250;

/**
 * Opens the file, new ones for the owner's eyes only, with all that durability needs;
 * `readOnly` makes none and changes nothing.
 * Throws an error that says what is wrong with the place.
 */
export function openDatabase(
  Database: typeof DatabaseSync,
  path: string,
  { readOnly = false } = {},
): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    if (readOnly) {
      db = new Database(path, { timeout: busyMs, readOnly });
      requireOurs(db);
      return db;
    }
    // Pseudonymous personal data: a new file is for the owner's eyes only (GDPR 32). SQLite
    // gives its -wal and -shm files the same rights.
    if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
    db = new Database(path, { timeout: busyMs });
    db.exec('PRAGMA journal_mode = WAL');
    // FULL: the commit is on the disk before the 201, also after a power cut.
    db.exec('PRAGMA synchronous = FULL');
    // 16 MB: a checkpoint waits for the disk twice more, and writes a page once that was changed often.
    db.exec('PRAGMA wal_autocheckpoint = 4000');
    // Erased bytes are overwritten with zeros, not merely unlinked.
    db.exec('PRAGMA secure_delete = ON');
    migrate(db);
    return db;
  } catch (cause) {
    db?.close();
    throw problemWith(path, cause);
  }
}

/** What tells a file from another with the same name; `undefined` when it is gone or there is none. */
export function fileIdOf(path: string): string | undefined {
  const file = path === ':memory:' ? undefined : statSync(path, { throwIfNoEntry: false });
  return file && `${file.dev}:${file.ino}`;
}

/** What throws when the file at `path` is no longer the one of this id: SQLite goes on writing into one that was deleted or replaced under it, and those receipts would be lost. */
export function sameFileCheck(path: string, fileId: string | undefined): () => void {
  return () => {
    if (fileIdOf(path) !== fileId) {
      throw new Error('its file was moved, replaced or deleted; restart');
    }
  };
}

/** What opening a file throws, with its name and what to do. */
export function problemWith(path: string, cause: unknown): Error {
  return new Error(`Cannot use ${path} as the receipt database: ${reason(cause)}`, { cause });
}

function reason(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (message === 'unable to open database file')
    return 'there is no such file, or this user may not read it.';
  if (code === 'ENOENT') return 'its folder does not exist. Make the folder or name another file.';
  if (code === 'EISDIR') return 'it is a folder. Name a file in it.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return 'this user may not write there. Give it the right or name another file.';
  }
  if (/readonly database/.test(message)) {
    return 'SQLite keeps two files beside it, and this user may not write there. Copy it to a folder where you may.';
  }
  if (/malformed|not a database/.test(message)) {
    return `${message}. Restore it from a backup, or name another file.`;
  }
  return `${message}.`;
}

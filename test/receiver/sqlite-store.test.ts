import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type NewRow, openSqliteStore, StoreError } from '../../src/receiver/index.ts';
import { openDatabase } from '../../src/receiver/open-database.ts';
import { assertSqliteVersion } from '../../src/receiver/require-sqlite.ts';
import { newFolder } from './running-receiver.ts';

const aRow = (changes: Partial<NewRow> = {}): NewRow => ({
  id: crypto.randomUUID(),
  consentId: crypto.randomUUID(),
  seq: 1,
  prev: null,
  hash: `sha256-${crypto.randomUUID()}`,
  body: '{}',
  receivedAt: '2026-11-22T06:41:54.318Z',
  skewMs: 120,
  ...changes,
});

describe('the SQLite store', () => {
  it('still has everything after it is closed and opened again', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const row = aRow();
    const first = openSqliteStore(path);
    const { row: added } = await first.add(row);
    await first.close();
    const { prev: _, ...kept } = row;
    expect(added).toEqual({ ...kept, index: 1, flags: [] });
    const again = openSqliteStore(path);
    expect(await again.all()).toEqual([added]);
    expect(await again.list(row.consentId)).toEqual([added]);
    await again.close();
  });

  it('writes ahead, waits for the disk, and overwrites what is erased', () => {
    const db = openDatabase(DatabaseSync, join(newFolder(), 'kvitton.sqlite'));
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 }); // 2 is FULL
    expect(db.prepare('PRAGMA secure_delete').get()).toEqual({ secure_delete: 1 });
    db.close();
  });

  it('refuses every change and every deletion but erasure, from any program', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path);
    const row = aRow({ body: '{"first":1}' });
    await store.add(row);
    const other = new DatabaseSync(path);
    for (const sql of [
      "UPDATE receipts SET body = '{}'",
      'UPDATE receipts SET number = 7',
      'DELETE FROM receipts',
      `INSERT INTO receipts SELECT 1, id, consent_id, seq, hash, body, received_at, skew_ms, flags FROM receipts WHERE true
        ON CONFLICT (id) DO UPDATE SET body = '{}'`,
    ]) {
      try {
        other.exec(sql);
      } catch (error) {
        expect(String(error)).toMatch(/append-only/);
      }
      expect(
        (await store.all()).map(({ body }) => body),
        sql,
      ).toEqual([row.body]);
    }
    other.exec(`INSERT OR REPLACE INTO receipts
      SELECT number, id, consent_id, seq, 'other', '{}', received_at, skew_ms, flags FROM receipts`);
    other.close();
    expect((await store.all()).map(({ body }) => body)).toEqual([row.body]);
    expect(() => new DatabaseSync(path).exec('UPDATE receipts SET seq = 2')).toThrow(/append-only/);
    expect(() => new DatabaseSync(path).exec('DELETE FROM receipts')).toThrow(/append-only/);
    await store.close();
  });

  it('leaves no trace of erased receipts in the file or its log', async () => {
    const folder = newFolder();
    const path = join(folder, 'kvitton.sqlite');
    const store = openSqliteStore(path);
    const row = aRow({ body: `{"mark":"solrosolja-${'x'.repeat(3_000)}"}` });
    const others = aRow();
    await store.add(others);
    await store.add(row);
    const bytes = () =>
      ['', '-wal'].map((end) => readFileSync(path + end).toString('latin1')).join();
    expect(bytes()).toContain('solrosolja');
    expect(await store.erase(row.consentId)).toBe(1);
    for (const trace of ['solrosolja', row.id, row.consentId]) expect(bytes()).not.toContain(trace);
    expect(bytes()).toContain(others.id);
    await store.close();
  });

  it('never gives the index of an erased receipt to another', async () => {
    const store = openSqliteStore(':memory:');
    const row = aRow();
    expect((await store.add(row)).row.index).toBe(1);
    await store.erase(row.consentId);
    expect((await store.add(aRow())).row.index).toBe(2);
  });

  it('pages through everything in order of arrival', async () => {
    const store = openSqliteStore(':memory:');
    const ids: string[] = [];
    for (let i = 0; i < 25; i++) ids.push((await store.add(aRow())).row.id);
    const found: string[] = [];
    for (let after = 0; ; ) {
      const page = await store.all({ after, limit: 10 });
      if (page.length === 0) break;
      found.push(...page.map(({ id }) => id));
      after = page.at(-1)?.index ?? 0;
    }
    expect(found).toEqual(ids);
  });

  it('can be read and written by nobody else', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path);
    await store.add(aRow());
    for (const end of ['', '-wal', '-shm']) expect(statSync(path + end).mode & 0o077).toBe(0);
    await store.close();
  });

  it('takes nothing more once its file is deleted or replaced, since that would be lost', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path);
    await store.add(aRow());
    renameSync(path, `${path}.backup`);
    await expect(store.add(aRow())).rejects.toThrow(/moved, replaced or deleted/);
    writeFileSync(path, '');
    await expect(store.add(aRow())).rejects.toThrow(/moved, replaced or deleted/);
    await expect(store.erase('x')).rejects.toBeInstanceOf(StoreError);
    await expect(store.check()).rejects.toBeInstanceOf(StoreError);
    renameSync(`${path}.backup`, path);
    await store.add(aRow());
    expect(await store.all()).toHaveLength(2);
    await store.close();
  });

  it('rejects with a StoreError once it is closed', async () => {
    const store = openSqliteStore(':memory:');
    await store.close();
    await store.close();
    await expect(store.add(aRow())).rejects.toBeInstanceOf(StoreError);
    await expect(store.check()).rejects.toBeInstanceOf(StoreError);
  });
});

describe('openSqliteStore', () => {
  it('says what is wrong with a place it cannot use', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'mapp'));
    writeFileSync(
      join(folder, 'text'),
      'not a database, but long enough to look like a file'.repeat(100),
    );
    expect(() => openSqliteStore(join(folder, 'saknas/kvitton.sqlite'))).toThrow(
      /folder does not exist/,
    );
    expect(() => openSqliteStore(join(folder, 'mapp'))).toThrow(/it is a folder/);
    expect(() => openSqliteStore(join(folder, 'text'))).toThrow(/not a database/);
  });

  it("leaves another program's database as it is", () => {
    const path = join(newFolder(), 'other.sqlite');
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE receipts (id TEXT)');
    other.close();
    expect(() => openSqliteStore(path)).toThrow(/another program/);
    const after = new DatabaseSync(path);
    expect(after.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'receipts' }]);
    after.close();
  });

  it('does not touch a database of a later version', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    await openSqliteStore(path).close();
    const later = new DatabaseSync(path);
    later.exec('PRAGMA user_version = 2');
    later.close();
    expect(() => openSqliteStore(path)).toThrow(/later version/);
  });

  it('says so when it may not write', async () => {
    const folder = newFolder();
    const path = join(folder, 'kvitton.sqlite');
    await openSqliteStore(path).close();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const user = process.geteuid?.();
    // root may write everywhere, nobody (65534) may not
    if (user === 0) process.seteuid?.(65534);
    try {
      expect(() => openSqliteStore(path)).toThrow(/may not write/);
    } finally {
      if (user === 0) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    }
  });
});

describe('assertSqliteVersion', () => {
  it.each(['3.51.3', '3.51.4', '3.52.0', '3.53.4', '4.0.0'])('takes %s', (version) => {
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });

  it.each(['3.51.2', '3.51', '3.50.9', '3.9.99', '2.99.99', ''])(
    'refuses "%s", which has the WAL-reset bug, and says what to install',
    (version) => {
      expect(() => assertSqliteVersion(version)).toThrow(/3\.51\.3 or later.*Install/);
    },
  );
});

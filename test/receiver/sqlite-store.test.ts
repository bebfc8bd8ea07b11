import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/model/sha256.ts';
import { openSqliteStore, StoreError } from '../../src/receiver/index.ts';
import { openDatabase } from '../../src/receiver/sqlite/open-database.ts';
import { assertSqliteVersion } from '../../src/receiver/sqlite/require-sqlite.ts';
import { aReceipt } from './a-receipt.ts';
import { newFolder, newMemoryFolder } from './running-receiver.ts';
import { describeStore, type StoreKind } from './store-suite.ts';
import { tamperWithSqlite } from './tamper-with-sqlite.ts';
import { describeVerify } from './verify-suite.ts';

const kind: StoreKind = {
  name: 'SQLite',
  async newDatabase({ now }) {
    const path = join(newMemoryFolder(), 'kvitton.sqlite');
    return {
      open: async () => openSqliteStore(path, { now }),
      tamper: async (tampering) => tamperWithSqlite(path, tampering),
    };
  },
};
describeStore(kind);
describeVerify(kind);

describe('the SQLite file', () => {
  it('writes ahead, waits for the disk, and overwrites what is erased', () => {
    const db = openDatabase(DatabaseSync, join(newFolder(), 'kvitton.sqlite'));
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 }); // 2 is FULL
    expect(db.prepare('PRAGMA secure_delete').get()).toEqual({ secure_delete: 1 });
    db.close();
  });

  it('refuses every change and every deletion but erasure and purge, from any program', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path);
    const [receipt, gone] = [aReceipt(), aReceipt()];
    const body = '{"x":1}';
    await Promise.all([receipt, gone].map((one) => store.add(one)));
    await store.publish(hashOf(body), 'config', body);
    await store.erase(gone.consent_id);
    const other = new DatabaseSync(path);
    const contents = () =>
      ['receipts', 'heads', 'erased', 'keys', 'texts', 'log', 'purged'].map((table) =>
        other.prepare(`SELECT * FROM ${table}`).all(),
      );
    const before = contents();
    for (const sql of [
      "UPDATE receipts SET body = '{}'",
      'UPDATE receipts SET number = 7',
      'DELETE FROM receipts',
      "UPDATE heads SET jws = ''",
      'DELETE FROM heads',
      "UPDATE erased SET note = ''",
      'DELETE FROM erased',
      "UPDATE keys SET x = ''",
      'DELETE FROM keys',
      "UPDATE texts SET body = ''",
      'DELETE FROM texts',
      "UPDATE log SET id = ''",
      `INSERT INTO receipts SELECT 1, n, id, consent_id, seq, hash, body, salt, flags FROM receipts WHERE true
        ON CONFLICT (id) DO UPDATE SET body = '{}'`,
      `INSERT OR REPLACE INTO receipts
        SELECT number, n, id, consent_id, seq, 'other', '{}', salt, flags FROM receipts`,
      "INSERT OR REPLACE INTO heads SELECT n, month, 'other' FROM heads",
      "INSERT OR REPLACE INTO erased SELECT number, n, leaf, 'other' FROM erased",
    ]) {
      try {
        other.exec(sql);
      } catch (error) {
        expect(String(error)).toMatch(/append-only/);
      }
      expect(contents(), sql).toEqual(before);
    }
    expect(() => other.exec('UPDATE receipts SET seq = 2')).toThrow(/append-only/);
    expect(() => other.exec('DELETE FROM receipts')).toThrow(/append-only/);
    other.close();
    await store.close();
  });

  it('leaves no trace of erased receipts in the file or its log', async () => {
    const folder = newFolder();
    const path = join(folder, 'kvitton.sqlite');
    const store = openSqliteStore(path);
    const [others, receipt] = [
      aReceipt(),
      aReceipt({ config: { rev: 'solrosolja', hash: hashOf('x') } }),
    ];
    await store.add(others);
    const { proof } = await store.add(receipt);
    await store.restrict(receipt.consent_id, true);
    const bytes = () =>
      Buffer.concat(['', '-wal'].map((end) => readFileSync(path + end))).toString('latin1');
    const salt = Buffer.from(proof.salt, 'base64url').toString('latin1');
    for (const trace of ['solrosolja', salt]) expect(bytes()).toContain(trace);
    expect(await store.erase(receipt.consent_id)).toBe(1);
    for (const trace of ['solrosolja', receipt.id, receipt.consent_id, salt]) {
      expect(bytes()).not.toContain(trace);
    }
    expect(bytes()).toContain(others.id);
    await store.close();
  });

  it('keeps a trace of them no longer than somebody reads the file meanwhile', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path);
    await store.add(aReceipt());
    const wal = () => readFileSync(`${path}-wal`).toString('latin1');
    const reader = new DatabaseSync(path);
    for (const afterwards of [() => store.add(aReceipt()), () => store.check()]) {
      const { consent_id, id } = aReceipt();
      await store.add(aReceipt({ consent_id, id }));
      reader.exec('BEGIN'); // as samtycke verify does
      reader.prepare('SELECT count(*) FROM receipts').get();
      expect(await store.erase(consent_id)).toBe(1);
      expect(wal()).toContain(id);
      reader.exec('COMMIT');
      await afterwards();
      expect(wal()).not.toContain(id);
    }
    reader.close();
    await store.close();
  });

  it('can be read and written by nobody else', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path);
    await store.add(aReceipt());
    for (const end of ['', '-wal', '-shm', '.keys.json'])
      expect(statSync(path + end).mode & 0o077).toBe(0);
    await store.close();
  });

  it('takes nothing more once its file is deleted or replaced, since that would be lost', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path);
    await store.add(aReceipt());
    renameSync(path, `${path}.backup`);
    await expect(store.add(aReceipt())).rejects.toThrow(/moved, replaced or deleted/);
    writeFileSync(path, '');
    await expect(store.add(aReceipt())).rejects.toThrow(/moved, replaced or deleted/);
    await expect(store.erase('x')).rejects.toBeInstanceOf(StoreError);
    await expect(store.check()).rejects.toBeInstanceOf(StoreError);
    renameSync(`${path}.backup`, path);
    await store.add(aReceipt());
    expect(await store.all()).toHaveLength(2);
    await store.close();
  });
});

describe('the thread that uses a SQLite file', () => {
  it('leaves the one that answers requests free while it waits', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path);
    await store.add(aReceipt());
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    let over = false;
    const refused = store.add(aReceipt()).catch((error) => error);
    void refused.then(() => {
      over = true;
    });
    let turns = 0;
    for (; !over; turns++) await new Promise((resolve) => setImmediate(resolve));
    expect(await refused).toBeInstanceOf(StoreError);
    expect(turns).toBeGreaterThan(100); // it waits for a quarter of a second
    other.close();
    await store.close();
  });

  it('makes no file where there is none any more when it starts', async () => {
    const path = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(path); // the thread starts when it is first asked something
    rmSync(path);
    for (let i = 0; i < 2; i++) {
      const refused = await store.add(aReceipt()).catch((error) => error);
      expect(refused).toBeInstanceOf(StoreError);
      expect(String(refused)).toMatch(/moved, replaced or deleted/);
    }
    expect(existsSync(path)).toBe(false);
    await store.close();
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
    later.exec('PRAGMA user_version = 3');
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

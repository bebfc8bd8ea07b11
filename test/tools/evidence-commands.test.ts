import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jwksOf } from '../../src/receiver/evidence/jwks.ts';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { openSqliteStore } from '../../src/receiver/index.ts';
import { aReceipt } from '../receiver/a-receipt.ts';
import { newMemoryFolder } from '../receiver/running-receiver.ts';
import { tamperWithSqlite } from '../receiver/tamper-with-sqlite.ts';
import { runWords as run } from './run-words.ts';

const longAgo = Date.parse('2023-02-01T12:00:00.000Z');

/** A database with eight receipts of long ago and three of today, and what is published about it. */
async function setUp() {
  const folder = newMemoryFolder();
  const file = (name: string) => join(folder, name);
  const db = file('kvitton.sqlite');
  const clock = { now: longAgo };
  const store = openSqliteStore(db, { now: () => clock.now });
  const receipts = Array.from({ length: 11 }, () => aReceipt());
  await Promise.all(receipts.slice(0, 8).map((receipt) => store.add(receipt)));
  clock.now = Date.now();
  const [last] = await Promise.all(receipts.slice(8).map((receipt) => store.add(receipt)));
  writeFileSync(file('keys.json'), JSON.stringify(jwksOf(await store.keys())));
  writeFileSync(file('checkpoint.txt'), (await store.checkpoint()) as string);
  const held = { receipt: receipts[8], hash: last?.row.hash, proof: last?.proof };
  writeFileSync(file('kvitto.json'), JSON.stringify({ receipts: [held] }));
  await store.close();
  return { file, db, receipts, held };
}

describe('samtycke verify', { timeout: 30_000 }, () => {
  it('exits 0 and says what a database holds, while it is open too', async () => {
    const { db } = await setUp();
    const store = openSqliteStore(db);
    await store.add(aReceipt());
    const { status, stdout, stderr } = await run('verify', '--db', db);
    await store.close();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/12 receipts in 3 commits.*0 erased, 0 commits purged/);
    expect(stdout).toMatch(/Everything is as it was signed\.\n$/);
  });

  it('LAW 63: exits 3 and names what was altered, in the database and in an export of it', async () => {
    const { db, file } = await setUp();
    tamperWithSqlite(db, { do: 'remove', index: 4 });
    const found = await run('verify', '--db', db);
    expect(found.status).toBe(3);
    expect(found.stdout).toMatch(/^ALTERED: In commit 1 .* receipt 4 is missing/);
    await run('export', '--db', db, '--out', file('kvitton.ndjson'));
    expect((await run('verify', '--export', file('kvitton.ndjson'))).status).toBe(3);
  });

  it('changes nothing in the database that it reads', async () => {
    const { db } = await setUp();
    const before = readFileSync(db);
    await run('verify', '--db', db);
    expect(readFileSync(db).equals(before)).toBe(true);
  });

  it('checks an exported file with the published keys and a witness', async () => {
    const { db, file } = await setUp();
    const out = file('kvitton.ndjson');
    expect(await run('export', '--db', db, '--out', out)).toMatchObject({ status: 0 });
    expect(statSync(out).mode & 0o077).toBe(0);
    const words = ['verify', '--export', out, '--keys', file('keys.json')];
    for (const witness of ['checkpoint.txt', 'kvitto.json']) {
      expect(await run(...words, '--witness', file(witness))).toMatchObject({ status: 0 });
    }
    const text = readFileSync(out, 'utf8');
    writeFileSync(out, text.replace('granted', 'gsanted'));
    expect(await run(...words)).toMatchObject({
      status: 3,
      stdout: expect.stringMatching(/ALTERED: Receipt 1 .*does not give its hash/),
    });
    writeFileSync(out, text.slice(0, text.length / 2));
    expect((await run(...words)).stdout).toMatch(/no manifest at its end/);
  });

  it('finds with the published keys what was signed again with others', async () => {
    const { db, file } = await setUp();
    writeFileSync(file('other.json'), JSON.stringify(jwksOf(newKeyRing().keys)));
    const found = await run('verify', '--db', db, '--keys', file('other.json'));
    expect(found.status).toBe(3);
    expect(found.stdout).toMatch(/unknown key/);
  });

  it("checks a visitor's receipts with the published keys alone", async () => {
    const { file, held } = await setUp();
    const words = ['verify', '--receipt', file('kvitto.json'), '--keys', file('keys.json')];
    expect(await run(...words)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/received .*commit 2 .*\nEverything is as it was signed/),
    });
    const changed = { ...held, receipt: { ...held.receipt, lang: 'en' } };
    writeFileSync(file('kvitto.json'), JSON.stringify([held, changed]));
    expect(await run(...words)).toMatchObject({
      status: 3,
      stdout: expect.stringMatching(/ALTERED: Receipt .*not the one that this proof was made for/),
    });
  });

  it.each([
    ['nothing to check', [], /one of --db, --export and --receipt/],
    ['two things to check', ['--db', 'a', '--export', 'b'], /one of --db, --export and --receipt/],
    ['a database that does not exist', ['--db', 'saknas.sqlite'], /saknas\.sqlite.*no such file/],
    ['an export that does not exist', ['--export', 'saknas'], /Cannot read saknas/],
    ['a receipt without keys', ['--receipt', 'package.json'], /published keys with --keys/],
    ['keys that are none', ['--receipt', 'package.json', '--keys', 'package.json'], /not a set of/],
    [
      'a witness that is none',
      ['--export', 'package.json', '--witness', 'package.json'],
      /neither a/,
    ],
  ])('exits 2 and says what to do about %s', async (_, words, message) => {
    const { status, stderr } = await run('verify', ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync('saknas.sqlite')).toBe(false);
  });
});

describe('samtycke verify, of a file that it cannot use,', () => {
  it('names a damaged database, and what to do', async () => {
    const { db } = await setUp();
    const bytes = readFileSync(db);
    writeFileSync(db, bytes.fill(7, 4_096, 40_960));
    const { status, stderr } = await run('verify', '--db', db);
    expect(stderr).toMatch(/Cannot use .*kvitton\.sqlite.*malformed.*Restore it from a backup/);
    expect(status).toBe(2);
  });

  it('says why a folder that it may not write into is not enough', async () => {
    const { db, file } = await setUp();
    chmodSync(db, 0o644);
    chmodSync(file('.'), 0o555);
    const user = process.geteuid?.();
    // root may write everywhere, nobody (65534) may not
    if (user === 0) process.seteuid?.(65534);
    try {
      const { stderr } = await run('verify', '--db', db);
      expect(stderr).toMatch(/SQLite keeps two files beside it.*Copy it to a folder/);
    } finally {
      if (user === 0) process.seteuid?.(0);
      chmodSync(file('.'), 0o755);
    }
  });

  it('says the name of a file once', async () => {
    const { file } = await setUp();
    writeFileSync(file('keys.json'), '');
    const words = ['verify', '--receipt', file('kvitto.json'), '--keys'];
    const { stderr } = await run(...words, file('keys.json'));
    expect(stderr).toBe(`samtycke: ${file('keys.json')} is not JSON.\n`);
  });
});

describe('samtycke export', () => {
  it('leaves no half file where there is no room for all of it', async () => {
    const { db, file } = await setUp();
    const store = openSqliteStore(db);
    await Promise.all(Array.from({ length: 60 }, () => store.add(aReceipt())));
    await store.close();
    const out = file('ut.ndjson');
    // No file may grow beyond 40 kB, which is enough for SQLite: the write fails in the kernel, as on a full disk.
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c',
        'ulimit -f 40 && exec "$@"',
        'bash',
        process.execPath,
        'src/tools/cli.ts',
        'export',
      ].concat(['--db', db, '--out', out]),
      { encoding: 'utf8' },
    );
    expect(stderr).toMatch(/^samtycke: Cannot write .*ut\.ndjson: .*It is deleted again/);
    expect(status).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});

describe('samtycke purge', () => {
  it('LAW 62: says in a dry run what it would delete, then deletes it, and the rest verifies', async () => {
    const { db, file } = await setUp();
    const dry = await run('purge', '--db', db, '--dry-run');
    expect(dry.stdout).toMatch(
      /2023-02, log \S+: 8 receipts\.\nWould delete 8 receipts.*Nothing was changed/,
    );
    expect((await run('purge', '--db', db)).stdout).toMatch(/Deleted 8 receipts/);
    expect((await run('purge', '--db', db)).stdout).toMatch(/^Deleted 0 receipts/);
    const words = ['verify', '--db', db, '--keys', file('keys.json')];
    expect(await run(...words, '--witness', file('checkpoint.txt'))).toMatchObject({ status: 0 });
  });

  it('refuses to keep more than 36 months (LAW 62)', async () => {
    const { db } = await setUp();
    const { status, stderr } = await run('purge', '--db', db, '--keep-months', '37');
    expect(status).toBe(2);
    expect(stderr).toMatch(/1 to 36 months/);
  });
});

describe('samtycke erase', () => {
  it('erases one browser, and the rest verifies', async () => {
    const { db, receipts } = await setUp();
    const id = receipts[3]?.consent_id as string;
    expect((await run('erase', id, '--db', db)).stdout).toMatch(/Erased 1 receipts/);
    expect((await run('verify', '--db', db)).stdout).toMatch(/10 receipts .* 1 erased/);
    expect((await run('erase', id, '--db', db)).stdout).toMatch(/No receipts? of .* here/);
    expect(await run('erase', 'x', '--db', db)).toMatchObject({ status: 2 });
    expect(await run('erase', id, '--db', `${db}x`)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no database at/),
    });
  });
});

describe('what signs in a database', () => {
  it('makes no other key when the key file is lost: what it signs would count as altered', async () => {
    const { db, receipts, file } = await setUp();
    rmSync(`${db}.keys.json`);
    for (const words of [
      ['erase', receipts[3]?.consent_id as string],
      ['purge'],
      ['export', '--out', file('ut.ndjson')],
      ['rotate-key'],
    ]) {
      const { status, stderr } = await run(...words, '--db', db);
      expect(stderr).toMatch(/There is no key file at .*kvitton\.sqlite\.keys\.json/);
      expect(status).toBe(2);
    }
    expect(existsSync(`${db}.keys.json`)).toBe(false);
    expect(await run('verify', '--db', db, '--keys', file('keys.json'))).toMatchObject({
      status: 0,
    });
  });
});

describe('samtycke rotate-key', () => {
  it('signs with a new key that the published old one vouches for', async () => {
    const { db, file } = await setUp();
    const { stdout } = await run('rotate-key', '--db', db);
    const store = openSqliteStore(db);
    const receipt = aReceipt();
    const { proof } = await store.add(receipt);
    const keys = await store.keys();
    await store.close();
    expect(keys).toHaveLength(2);
    expect(stdout).toContain(keys[1]?.kid);
    const [header = ''] = proof.head.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString()).kid).toBe(keys[1]?.kid);
    // The key set of before the rotation is enough.
    const words = ['verify', '--db', db, '--keys', file('keys.json')];
    expect(await run(...words)).toMatchObject({ status: 0 });
    expect(statSync(`${db}.keys.json`).mode & 0o077).toBe(0);
  });

  it('does not trust a key that nobody vouches for', async () => {
    const { db, file } = await setUp();
    const lost = openSqliteStore(db, { keys: newKeyRing() });
    await lost.add(aReceipt());
    await lost.close();
    for (const words of [[], ['--keys', file('keys.json')]]) {
      const { status, stdout } = await run('verify', '--db', db, ...words);
      expect(status).toBe(3);
      expect(stdout).toMatch(/commit 3 is not one that a trusted key has signed/);
    }
  });
});

describe('samtycke receiver', () => {
  it('exits 2 for an admin token that can be guessed', async () => {
    process.env.SAMTYCKE_ADMIN_TOKEN = 'hemligt';
    try {
      const words = ['--origin', 'https://www.exempel.se', '--db', ':memory:'];
      const { status, stderr } = await run('receiver', ...words);
      expect(status).toBe(2);
      expect(stderr).toMatch(/SAMTYCKE_ADMIN_TOKEN is too short/);
    } finally {
      delete process.env.SAMTYCKE_ADMIN_TOKEN;
    }
  });
});

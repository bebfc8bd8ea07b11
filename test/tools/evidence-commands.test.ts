import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

  it('exits 3 and names what was altered, in the database and in an export of it', async () => {
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

describe('samtycke purge', () => {
  it('says in a dry run what it would delete, then deletes it, and the rest verifies', async () => {
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
    expect(await run('erase', 'x', '--db', db)).toMatchObject({ status: 2 });
    expect(await run('erase', id, '--db', `${db}x`)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no database at/),
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

/** `samtycke` on PostgreSQL, as its owner runs it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jwksOf } from '../../src/receiver/evidence/jwks.ts';
import { openPostgresStore } from '../../src/receiver/index.ts';
import { runWords as run } from '../tools/run-words.ts';
import { aReceipt } from './a-receipt.ts';
import { killUnderLoad } from './kill-suite.ts';
import type { PostgresServer } from './postgres-server.ts';
import { startReceiverProcess } from './receiver-process.ts';
import { newMemoryFolder } from './running-receiver.ts';

/** Describes the commands on databases of a server. */
export function describePostgresCommands(server: () => PostgresServer): void {
  async function setUp() {
    const database = await server().newDatabase();
    const keyFile = join(newMemoryFolder(), 'nycklar.json');
    const environment = {
      DATABASE_URL: database.ingest,
      DATABASE_MAINTENANCE_URL: database.owner,
      SAMTYCKE_KEY_FILE: keyFile,
    };
    return { database, keyFile, start: () => startReceiverProcess('', undefined, environment) };
  }

  describe('samtycke on PostgreSQL', () => {
    it('has every receipt that it acknowledged before it was killed, twenty times over (fault 23)', async () => {
      const { database, keyFile, start } = await setUp();
      await killUnderLoad({
        kills: 20,
        start,
        open: () =>
          openPostgresStore(database.ingest, { keys: keyFile, maintenanceUrl: database.owner }),
      });
    }, 120_000);

    it('receives by DATABASE_URL, stops in order, and is verified, exported and erased from', async () => {
      const { database, keyFile, start } = await setUp();
      const { child, post, exited } = await start();
      const receipts = [aReceipt(), aReceipt(), aReceipt()];
      for (const receipt of receipts) expect((await post(receipt)).status).toBe(201);
      child.kill('SIGTERM');
      expect(await exited).toBe(0);

      const db = ['--db', database.owner];
      const signing = [...db, '--key-file', keyFile];
      const file = (name: string) => join(keyFile, '..', name);
      expect(await run('verify', ...db)).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/3 receipts in 3 commits[\s\S]*as it was signed/),
      });
      const consentId = receipts[0]?.consent_id as string;
      expect((await run('erase', consentId, ...signing)).stdout).toMatch(/Erased 1 receipts/);
      expect((await run('purge', '--dry-run', ...signing)).stdout).toMatch(/Would delete 0/);
      await run('export', '--out', file('ut.ndjson'), ...signing);
      const exported = await run('verify', '--export', file('ut.ndjson'));
      expect(exported.stdout).toMatch(/2 receipts in 3 commits.*1 erased/);
      const store = await openPostgresStore(database.owner, { keys: keyFile });
      writeFileSync(file('keys.json'), JSON.stringify(jwksOf(await store.keys())));
      await store.close();
      const { status, stdout } = await run('verify', ...db, '--keys', file('keys.json'));
      expect(stdout).toMatch(/as it was signed/);
      expect(status).toBe(0);
      // None of these wrote a receipt, so none has made a log.
      expect(stdout.match(/^Log /gm)).toHaveLength(1);
    }, 60_000);

    it('says what it was given wrongly, and makes no second key by mistake', async () => {
      const { database, keyFile } = await setUp();
      const wrong = async (words: readonly string[], message: RegExp) => {
        const { status, stderr } = await run(...words);
        expect(stderr).toMatch(message);
        expect(stderr).not.toMatch(/hemligt|\n {4}at /);
        expect(status).toBe(2);
      };
      const origin = ['--origin', 'https://www.exempel.se'];
      await wrong(
        ['receiver', '--db', 'mysql://x:hemligt@127.0.0.1/y', ...origin],
        /cannot be kept in a database of mysql/,
      );
      await wrong(
        [
          'receiver',
          '--db',
          'postgres://x:hemligt@127.0.0.1:1/y',
          '--key-file',
          keyFile,
          ...origin,
        ],
        /127\.0\.0\.1:1\/y.*nothing listens there/,
      );
      await wrong(['verify', '--db', 'postgres://x:hemligt@127.0.0.1:1/y'], /nothing listens/);
      await wrong(
        ['erase', crypto.randomUUID(), '--db', database.owner, '--key-file', `${keyFile}.fel`],
        /There is no key file at .*\.fel\..*--key-file/,
      );
      const { owner } = await server().newEmptyDatabase();
      await wrong(
        ['purge', '--db', owner, '--key-file', keyFile],
        /There are no receipts|no receipts in it/,
      );
    });
  });
}

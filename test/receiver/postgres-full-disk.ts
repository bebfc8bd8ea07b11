/** A PostgreSQL server without room: nothing is acknowledged that is not kept, and it goes on by itself (fault 25). */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Receipt } from '../../src/model/receipt.ts';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import { openPostgresStore } from '../../src/receiver/index.ts';
import { aReceipt } from './a-receipt.ts';
import { type PostgresDatabase, type PostgresServer, startPostgres } from './postgres-server.ts';
import { runReceiver } from './running-receiver.ts';
import { fileSizeLimit, newSmallDisk } from './small-disk.ts';

const megabytes = 32; // a database has 8 before its first receipt
/** Beyond every file that a database begins with, and the segments of the test servers' write-ahead log. */
const largestFile = 2_097_152;
/** A small server's log has one segment of 1 MB; half of it is written soon. */
const largestSegment = 524_288;

/** Describes it, on a server that keeps its other databases elsewhere. */
export function describePostgresFullDisk(server: () => PostgresServer): void {
  describe('a PostgreSQL whose disk is full', () => {
    it('answers 503 with Retry-After, loses nothing, and goes on when there is room (fault 25)', async () => {
      const disk = await newSmallDisk(megabytes);
      const { database, drop } = disk
        ? await server().newDatabaseIn(join(disk.folder, 'tables'))
        : { database: await server().newDatabase(), drop: () => {} };
      onTestFinished(drop);
      const room = disk ?? fileSizeLimit(server().pids, largestFile);
      const { post, postUntilRefused, url, expectAll } = await receiverOn(database);
      expect((await post(aReceipt())).status).toBe(201);
      room.fill();
      const refused = await postUntilRefused();
      expect(refused.status).toBe(503);
      const { error, path } = await refused.json();
      expect(error).toMatch(/Nothing was stored; send the receipt again later\.$/);
      expect(error).toMatch(disk ? /^The disk of the database is full\./ : /cannot be used\./);
      expect(path).toBe('receiver');
      expect(Number(refused.headers.get('retry-after'))).toBe(disk ? 60 : 30);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);

      room.makeRoom();
      expect((await post(aReceipt())).status).toBe(201);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      await expectAll();
    });
  });

  describe('a PostgreSQL whose write-ahead log has no room', () => {
    it('stops; the receiver answers 503 meanwhile, and nothing that it acknowledged is lost (fault 25)', async () => {
      const disk = await newSmallDisk(megabytes);
      const small = await startPostgres({
        // It would try again by itself, as often as there is room for one commit more.
        settings: { restart_after_crash: 'off' },
        walFolder: disk && join(disk.folder, 'wal'),
      });
      onTestFinished(() => small.stop());
      const room = disk ?? fileSizeLimit(small.pids, largestSegment);
      const { post, postUntilRefused, url, expectAll } = await receiverOn(
        await small.newDatabase(),
      );
      expect((await post(aReceipt())).status).toBe(201);
      const ended = small.ended();
      room.fill();
      const refused = await postUntilRefused();
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      await ended;
      expect((await post(aReceipt())).status).toBe(503);
      expect((await fetch(`${url}/readyz`)).status).toBe(503);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);

      if (disk) room.makeRoom(); // the limit has gone with the processes
      await small.start();
      await expect.poll(async () => (await post(aReceipt())).status).toBe(201);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      await expectAll({ doubtful: true });
    });
  });
}

/** A receiver on a database, and a client that remembers what was acknowledged. */
async function receiverOn(database: PostgresDatabase) {
  const store = await openPostgresStore(database.ingest, {
    maintenanceUrl: database.owner,
    keys: newKeyRing(),
  });
  const { post: send, url } = await runReceiver({ store });
  const sent: Receipt[] = [];
  const kept: Receipt[] = [];
  const post = async (receipt: Receipt) => {
    sent.push(receipt);
    const answer = await send(receipt);
    if (answer.status === 201) kept.push(receipt);
    return answer;
  };
  return {
    url,
    post,
    /** Resolves to the first refusal: what is left in the pages that the tables have is used up first. */
    async postUntilRefused(): Promise<Response> {
      for (;;) {
        const answers = await Promise.all(Array.from({ length: 32 }, () => post(aReceipt())));
        const refused = answers.find(({ status }) => status !== 201);
        if (refused) return refused;
      }
    },
    /** Expects that everything acknowledged is there, and that the log verifies; `doubtful`: what was refused may be there, since the server went away at its commit. */
    async expectAll({ doubtful = false } = {}): Promise<void> {
      const found = new Set<string>();
      for await (const record of store.records()) {
        if (record.record === 'receipt') found.add(record.id);
      }
      expect(kept.filter(({ id }) => !found.has(id))).toEqual([]);
      for (const { id } of doubtful ? sent : kept) found.delete(id);
      expect([...found]).toEqual([]);
      expect((await verifyLog(store.records())).findings).toEqual([]);
    },
  };
}

/** A PostgreSQL server without room: nothing is acknowledged that is not kept, and it goes on by itself (fault 25). */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Receipt } from '../../src/model/receipt.ts';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import { openPostgresStore } from '../../src/receiver/index.ts';
import { aReceipt } from './a-receipt.ts';
import type { PostgresServer } from './postgres-server.ts';
import { runReceiver } from './running-receiver.ts';
import { newSmallDisk } from './small-disk.ts';

const megabytes = 32; // a database has 8 before its first receipt

/** Describes it, on a server that keeps its other databases elsewhere. */
export function describePostgresFullDisk(server: () => PostgresServer): void {
  describe('a PostgreSQL whose disk is full', () => {
    it('answers 503 with Retry-After, loses nothing, and goes on when there is room (fault 25)', async () => {
      const disk = await newSmallDisk(megabytes);
      const database = await server().newDatabaseIn(join(disk.folder, 'tables'));
      onTestFinished(() => database.drop());
      const store = await openPostgresStore(database.ingest, {
        maintenanceUrl: database.owner,
        keys: newKeyRing(),
      });
      onTestFinished(() => store.close());
      const { post, url } = await runReceiver({ store });
      const kept: Receipt[] = [];
      /** Posts until something is refused: what is left in the pages that the tables have is used up first. */
      const postUntilRefused = async () => {
        for (;;) {
          const receipts = Array.from({ length: 32 }, () => aReceipt());
          const answers = await Promise.all(receipts.map((receipt) => post(receipt)));
          kept.push(...receipts.filter((_, i) => answers[i]?.status === 201));
          const refused = answers.find(({ status }) => status !== 201);
          if (refused) return refused;
        }
      };
      expect((await post(aReceipt())).status).toBe(201);
      disk.fill();
      const refused = await postUntilRefused();
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBe(60);
      expect(await refused.json()).toEqual({
        error:
          'The disk of the database is full. Nothing was stored; send the receipt again later.',
        path: 'receiver',
      });
      expect((await fetch(`${url}/healthz`)).status).toBe(200);

      const waiting = aReceipt();
      disk.makeRoom();
      expect((await post(waiting)).status).toBe(201);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);

      const found = new Set<string>();
      for await (const record of store.records()) {
        if (record.record === 'receipt') found.add(record.id);
      }
      expect([...kept, waiting].filter(({ id }) => !found.has(id))).toEqual([]);
      expect(found.size).toBe(1 + kept.length + 1);
      expect((await verifyLog(store.records())).findings).toEqual([]);
    });
  });
}

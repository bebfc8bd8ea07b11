import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { openSqliteStore } from '../../src/receiver/index.ts';
import { aReceipt } from './a-receipt.ts';
import { killUnderLoad } from './kill-suite.ts';
import { startReceiverProcess } from './receiver-process.ts';
import { newFolder } from './running-receiver.ts';

describe('a receiver that is killed', () => {
  it('has every receipt it acknowledged and verifies, twenty times over (fault 23)', async () => {
    const db = join(newFolder(), 'kvitton.sqlite');
    await killUnderLoad({
      kills: 20,
      start: () => startReceiverProcess(db),
      open: async () => openSqliteStore(db),
    });
  }, 120_000);
});

describe('a receiver whose disk is full', () => {
  it('answers 503 with Retry-After, loses nothing, and goes on when there is room (fault 25)', async () => {
    const db = join(newFolder(), 'kvitton.sqlite');
    // No file may grow beyond 300 kB: the write fails in the kernel, as on a full disk.
    const { child, post, url } = await startReceiverProcess(db, 'ulimit -S -f 300');
    const kept: string[] = [];
    let refused = await post(aReceipt());
    while (refused.status === 201 && kept.length < 1_000) {
      kept.push((await refused.json()).id);
      refused = await post(aReceipt());
    }
    expect(kept.length).toBeGreaterThan(5);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toEqual({ error: expect.any(String), path: 'receiver' });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);

    const waiting = aReceipt();
    expect((await post(waiting)).status).toBe(503);
    execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited']);
    expect((await post(waiting)).status).toBe(201);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    const store = openSqliteStore(db);
    const rows = await store.all({ limit: 10_000 });
    await store.close();
    expect(rows.map(({ id }) => id)).toEqual([...kept, waiting.id]);
    expect(rows.at(-1)?.body).toBe(canonical(waiting));
  }, 60_000);
});

describe('a receiver whose database is locked by another program', () => {
  it('answers 503 and takes the receipt when the lock is gone', async () => {
    const db = join(newFolder(), 'kvitton.sqlite');
    const { post } = await startReceiverProcess(db);
    const { DatabaseSync } = await import('node:sqlite');
    const other = new DatabaseSync(db);
    other.exec('BEGIN IMMEDIATE');
    const receipt = aReceipt();
    const response = await post(receipt);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    other.exec('ROLLBACK');
    other.close();
    expect((await post(receipt)).status).toBe(201);
  }, 60_000);
});

describe('a receiver whose key file is lost', () => {
  it('goes on with a new key, and says that nobody vouches for it', async () => {
    const db = join(newFolder(), 'kvitton.sqlite');
    const store = openSqliteStore(db);
    await store.add(aReceipt());
    await store.close();
    rmSync(`${db}.keys.json`);
    const { post, log } = await startReceiverProcess(db);
    expect((await post(aReceipt())).status).toBe(201);
    await vi.waitFor(() => expect(log()).toMatch(/no earlier key vouches for it/), 10_000);
  }, 60_000);
});

/** A real receiver over real HTTP with a real SQLite file, for one test. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type LogLine,
  openSqliteStore,
  type ReceiverOptions,
  startReceiver,
} from '../../src/receiver/index.ts';
import { site } from './a-receipt.ts';

/** A folder in memory where the system has one: for what is not about the disk, and would only wait for it. */
export function newMemoryFolder(): string {
  return newFolder(existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
}

/** A folder that is gone after the test. */
export function newFolder(inside = tmpdir()): string {
  const folder = mkdtempSync(join(inside, 'samtycke-receiver-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a receiver on a free port; it stops with the test. */
export async function runReceiver(options: Partial<ReceiverOptions> = {}) {
  const file = join(newFolder(), 'kvitton.sqlite');
  const store = options.store ?? openSqliteStore(file);
  const lines: LogLine[] = [];
  const running = await startReceiver({
    origins: [site],
    port: 0,
    log: (line) => lines.push(line),
    ...options,
    store,
  });
  onTestFinished(() => running.stop());
  return { ...running, file, store, lines, ...clientOf(running.url) };
}

/** How a page talks to the receiver at `url`. */
export function clientOf(url: string) {
  const endpoint = `${url}/v1/receipts`;
  const withSecret = (method: string) => (secret: string) =>
    fetch(endpoint, { method, headers: { authorization: `Bearer ${secret}` } });
  return {
    endpoint,
    /** POSTs as the sender of a page at `site` does. A string is sent as it is. */
    post: (body: unknown, headers: Record<string, string> = {}) =>
      fetch(endpoint, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { origin: site, 'content-type': 'text/plain;charset=UTF-8', ...headers },
      }),
    get: withSecret('GET'),
    erase: withSecret('DELETE'),
  };
}

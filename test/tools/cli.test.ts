import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWords as run } from './run-words.ts';

const cli = fileURLToPath(new URL('../../src/tools/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'samtycke-cli-'));
const db = join(folder, 'kvitton.sqlite');
const origin = 'https://www.exempel.se';
const blocker = createServer();
let takenPort = 0;

beforeAll(async () => {
  blocker.listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  takenPort = (blocker.address() as { port: number }).port;
});

afterAll(() => {
  blocker.close();
  rmSync(folder, { recursive: true });
});

describe('samtycke', () => {
  it('tells what it can do', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/receiver.*Receive consent receipts/);
  });

  it('tells its version', async () => {
    const file = new URL('../../package.json', import.meta.url);
    const { version } = JSON.parse(readFileSync(file, 'utf8'));
    expect(await run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('tells how the receiver is started, with an example', async () => {
    const { status, stdout } = await run('receiver', '--help');
    expect(status).toBe(0);
    for (const part of ['--db', '--origin', '--port', '--host', 'default: 8787', 'Example:']) {
      expect(stdout).toContain(part);
    }
  });

  it.each([
    ['an unknown command', ['mottagare'], /unknown command 'mottagare'/],
    ['no database', ['receiver', '--origin', origin], /'--db <file>' not specified/],
    ['no origin', ['receiver', '--db', db], /'--origin <origin>' not specified/],
    [
      'an origin with a path',
      ['receiver', '--db', db, '--origin', `${origin}/`],
      /"https:\/\/www\.exempel\.se\/" is not an origin: write https:\/\/www\.exempel\.se/,
    ],
    [
      'an origin without a scheme',
      ['receiver', '--db', db, '--origin', 'exempel.se'],
      /"exempel\.se" is not an origin: write scheme and host/,
    ],
    [
      'a port that is none',
      ['receiver', '--db', db, '--origin', origin, '--port', '80a'],
      /'80a' is invalid. A port is a whole number from 0 to 65535/,
    ],
    [
      'a folder that does not exist',
      ['receiver', '--db', join(folder, 'saknas/kvitton.sqlite'), '--origin', origin],
      /saknas\/kvitton\.sqlite.*folder does not exist. Make the folder or name another file/,
    ],
    [
      'an address that is not of this machine',
      ['receiver', '--db', db, '--origin', origin, '--port', '0', '--host', '192.0.2.1'],
      /192\.0\.2\.1 is no address of this machine. Name one with --host/,
    ],
  ])('exits 2 and says what to write instead of %s', async (_, words, message) => {
    const { status, stdout, stderr } = await run(...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /); // no stack
    expect(stdout).toBe('');
  });

  it('exits 2 when the port is taken, and says how to name another', async () => {
    const { status, stderr } = await run(
      'receiver',
      '--db',
      db,
      '--origin',
      origin,
      '--port',
      String(takenPort),
    );
    expect(status).toBe(2);
    expect(stderr).toBe(
      `samtycke: Port ${takenPort} is taken. Name another with --port, or 0 for any.\n`,
    );
    expect(existsSync(`${db}-wal`)).toBe(false); // the database was closed properly
  });

  it('is a program whose exit code and output scripts can rely on', () => {
    const wrong = spawnSync(process.execPath, [cli, 'receiver'], { encoding: 'utf8' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/^error: required option '--db <file>' not specified\n/);
    expect(wrong.stdout).toBe('');
    const help = spawnSync(process.execPath, [cli, '--help'], { encoding: 'utf8' });
    expect(help.status).toBe(0);
    expect(help.stderr).toBe('');
  }, 60_000);
});

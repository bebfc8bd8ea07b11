/** The receiver as its owner runs it: a process of its own, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { site } from './a-receipt.ts';
import { clientOf } from './running-receiver.ts';

const cli = fileURLToPath(new URL('../../src/tools/cli.ts', import.meta.url));

/** Starts `samtycke receiver` on a free port; resolves when it listens. `limit` is a `ulimit` to start it under. */
export async function startReceiverProcess(
  db: string,
  limit?: string,
  environment: Readonly<Record<string, string>> = {},
) {
  const command = [process.execPath, cli, 'receiver', '--origin', site, '--port', '0'];
  if (db) command.push('--db', db);
  // Half of a start is compiling, and some tests start it twenty times.
  const env = { ...process.env, NODE_COMPILE_CACHE: '.cache/compiled', ...environment };
  const child = limit
    ? spawn('bash', ['-c', `${limit} && exec "$@"`, 'bash', ...command], { env })
    : spawn(command[0] as string, command.slice(1), { env });
  const exited = new Promise<number | string | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const url = await listeningUrl(child);
  if (!url) throw new Error(`The receiver did not start: ${errors}`);
  return { child, url, exited, log: () => errors, ...clientOf(url) };
}

async function listeningUrl(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined;
  for await (const line of createInterface(child.stdout)) {
    const url = /listening on (http:\/\/\S+:\d+)/.exec(line)?.[1];
    // Leaving the loop closes the reader, not the pipe; nobody reads on, and the few lines fit in it.
    if (url) return url;
  }
  return undefined;
}

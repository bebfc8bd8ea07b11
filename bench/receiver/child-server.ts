import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface ChildServer {
  readonly url: string;
  readonly startedMs: number;
  /** Memory that the process holds now, in MB (Linux). */
  residentMb(): number;
  /** Processor time that it has used, in ms, in steps of 10 ms (Linux). */
  cpuMs(): number;
  stop(): Promise<void>;
}

/** Starts a Node program that says "listening on <url>," on standard output. */
export async function startChild(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildServer> {
  const start = performance.now();
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...environment },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listening on (http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
    if (!url) continue;
    return {
      url,
      startedMs: performance.now() - start,
      residentMb() {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024;
      },
      cpuMs() {
        // Fields 14 and 15 of proc_pid_stat(5), in hundredths of a second; the name before them may hold spaces.
        const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
        return (Number(fields?.[11]) + Number(fields?.[12])) * 10;
      },
      async stop() {
        child.kill();
        await exited;
      },
    };
  }
  throw new Error(`${words.join(' ')} ended before it listened.`);
}

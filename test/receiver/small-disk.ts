/** A file system of a few megabytes, that a test can fill to the last byte. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** Room that a test can take away and give back. */
export interface Room {
  fill(): void;
  makeRoom(): void;
}

/** Makes one, which is gone after the test; `undefined` when this user may not mount anything. */
export async function newSmallDisk(
  megabytes: number,
): Promise<(Room & { readonly folder: string }) | undefined> {
  const place = mkdtempSync(join(tmpdir(), 'samtycke-disk-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const folder = await mount(place, megabytes);
  if (folder === undefined) return undefined;
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      for (let size = 1_048_576; size >= 4_096; ) {
        try {
          writeSync(file, Buffer.alloc(size, 1));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
          size /= 2;
        }
      }
      closeSync(file);
    },
    makeRoom: () => rmSync(filler),
  };
}

/**
 * The next best thing: these processes may make no file larger than that, so that their writes
 * fail in the kernel, with another number. Only the soft limit, which they may be given back.
 */
export function fileSizeLimit(pids: () => readonly number[], bytes: number): Room {
  const limit = (to: string) => {
    for (const pid of pids()) {
      // As the user that they belong to: root in a container may not do it for others.
      const { uid, gid } = statSync(`/proc/${pid}`);
      execFileSync('prlimit', ['--pid', String(pid), `--fsize=${to}:`], { uid, gid });
    }
  };
  return { fill: () => limit(String(bytes)), makeRoom: () => limit('unlimited') };
}

/** Root mounts; anybody else does it in a namespace of their own, which stands open under /proc as long as a process lives in it. In most containers neither may be done. */
async function mount(place: string, megabytes: number): Promise<string | undefined> {
  const words = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place];
  try {
    execFileSync('mount', words, { stdio: 'pipe' });
    onTestFinished(() => {
      execFileSync('umount', ['--lazy', place]);
    });
    return place;
  } catch {
    const script = 'mount "$@" && echo mounted && read _';
    const holder = spawn('unshare', [
      '--map-root-user',
      '--mount',
      'sh',
      '-c',
      script,
      'sh',
      ...words,
    ]);
    holder.on('error', () => {}); // there is no such program: then nothing is said either
    onTestFinished(() => {
      holder.kill();
    });
    for await (const line of createInterface(holder.stdout)) {
      if (line === 'mounted') return `/proc/${holder.pid}/root${place}`;
    }
    return undefined;
  }
}

/** A file system of a few megabytes, that a test can fill to the last byte. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** Makes one, which is gone after the test. Rejects, saying why, when this user may not mount anything. */
export async function newSmallDisk(megabytes: number) {
  const place = mkdtempSync(join(tmpdir(), 'samtycke-disk-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const folder = await mount(place, megabytes);
  const filler = join(folder, 'filler');
  return {
    folder,
    /** Takes all room that is left. */
    fill(): void {
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

/** Root mounts; anybody else does it in a namespace of their own, which stands open under /proc as long as a process lives in it. */
async function mount(place: string, megabytes: number): Promise<string> {
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
    onTestFinished(() => {
      holder.kill();
    });
    for await (const line of createInterface(holder.stdout)) {
      if (line === 'mounted') return `/proc/${holder.pid}/root${place}`;
    }
    throw new Error(
      'This test needs a small file system, and may neither mount one nor make a user namespace for it: run it as root, or allow user namespaces.',
    );
  }
}

/** The head of a log: chains a commit to everything before it. */
import type { Head } from './head-schema.ts';
import { digest } from './merkle.ts';

/** The next head after `last` (`undefined` for the first of the log). */
export function nextHead(input: {
  readonly log: string;
  readonly last: Head | undefined;
  readonly time: string;
  readonly size: number;
  readonly root: Uint8Array;
}): Head {
  const { log, last, time, size, root } = input;
  const n = (last?.n ?? 0) + 1;
  const prev = last?.head ?? genesis(log);
  const month = time.slice(0, 'yyyy-mm'.length);
  return {
    v: 1,
    log,
    n,
    time,
    // A clock that was set back must not take segments that are closed up again.
    month: last && last.month > month ? last.month : month,
    size,
    count: (last?.count ?? 0) + size,
    root: text(root),
    prev,
    head: headHash({ prev, root: text(root), n, time }),
  };
}

/** H(prev ‖ root ‖ n ‖ time) as base64url. */
export function headHash({ prev, root, n, time }: Pick<Head, 'prev' | 'root' | 'n' | 'time'>) {
  const numbers = Buffer.alloc(16);
  numbers.writeBigUInt64BE(BigInt(n), 0);
  // Years before 1970 are no times of ours; 0 keeps a forged one from throwing.
  numbers.writeBigUInt64BE(BigInt(Math.max(0, Date.parse(time))), 8);
  return text(digest(Buffer.from(prev, 'base64url'), Buffer.from(root, 'base64url'), numbers));
}

/** What the first head of a log is chained to: the name of the log, so that no log can pass for another. */
export function genesis(log: string): string {
  return text(digest('samtycke-log', log));
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

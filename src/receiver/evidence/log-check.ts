/** Checks one log, record by record. */
import { z } from 'zod';
import { genesis, headHash } from './head.ts';
import { type Head, headSchema } from './head-schema.ts';
import { leafAndProblem } from './leaf-and-problem.ts';
import { rootOf } from './merkle.ts';
import type { LogRecord } from './records.ts';
import type { TrustedKeys } from './signatures.ts';

/** A head that somebody outside has kept: in a checkpoint, or in the proof of a receipt. */
export interface Witness {
  /** What it was read from, for people. */
  readonly from: string;
  readonly log: string;
  readonly n: number;
  readonly head: string;
}

/** What one log was found to hold. */
export interface LogSummary {
  readonly log: string;
  readonly commits: number;
  readonly receipts: number;
  /** Receipts of which only the leaf is left. */
  readonly erased: number;
  /** Commits that were purged with their month. */
  readonly purgedCommits: number;
  /** Time of the newest commit. */
  readonly until: string | undefined;
}

type Take<K extends LogRecord['record']> = Extract<LogRecord, { record: K }>;

interface Parts {
  readonly scope: Take<'log'>;
  readonly witnesses: readonly Witness[];
  readonly trusted: TrustedKeys;
  readonly find: (text: string) => void;
}

const erasedNote = z.object({ log: z.string(), index: z.int(), leaf: z.string() });
const purgedNote = z.object({ log: z.string(), first: z.int(), last: z.int() });

/** The commit whose leaves are being read. */
interface OpenCommit {
  readonly head: Head;
  /** By index, in the order of the rows. */
  readonly leaves: Map<number, Uint8Array>;
  /** The root is only looked at when the rows themselves gave nothing to say. */
  sound: boolean;
}

/** Checks what follows the name of a log. */
export function createLogCheck({ scope, witnesses, trusted, find }: Parts) {
  const { log } = scope;
  const purged: { readonly first: number; readonly last: number; readonly note: string }[] = [];
  const count = { commits: 0, receipts: 0, erased: 0, purgedCommits: 0 };
  let last: Head | undefined;
  let open: OpenCommit | undefined;
  /** The last commit whose head could not be read; what follows is not measured by it. */
  let unreadable = 0;
  let waiting = [...witnesses];

  const isPurged = (n: number) => purged.some(({ first, last }) => n >= first && n <= last);
  const nameOf = ({ n, time }: Head) => `commit ${n} (${time})`;

  function closeCommit(): void {
    if (!open) return;
    const { head, leaves, sound } = open;
    open = undefined;
    // A purge leaves the last head of a month standing alone.
    if (leaves.size === 0 && isPurged(head.n)) return;
    const before = head.count - head.size;
    const places = Array.from({ length: head.size }, (_, i) => before + 1 + i);
    const missing = places.filter((index) => !leaves.has(index));
    const extra = [...leaves.keys()].filter((index) => index <= before || index > head.count);
    if (missing.length > 0) {
      find(`In ${nameOf(head)} receipt ${listed(missing)} is missing: it was removed.`);
    }
    if (extra.length > 0) {
      find(
        `In ${nameOf(head)} stands receipt ${listed(extra)}, which was not signed for: it was inserted.`,
      );
    }
    if (missing.length + extra.length > 0 || !sound) return;
    if (Buffer.from(rootOf([...leaves.values()])).toString('base64url') !== head.root) {
      find(
        `The receipts of ${nameOf(head)} do not give its signed root: one was changed or moved.`,
      );
    }
  }

  /** Puts a row into the open commit; names what is wrong with the row itself. */
  function takeLeaf(index: number, leaf: Uint8Array, problem: string | undefined): void {
    if (!open) {
      if (unreadable === 0) find(`Row ${index} stands before any commit.`);
      return; // its head has been named already
    }
    if (open.leaves.has(index)) find(`Receipt ${index} stands twice in ${nameOf(open.head)}.`);
    open.leaves.set(index, leaf);
    if (!problem) return;
    find(`Receipt ${index} in ${nameOf(open.head)}: ${problem}.`);
    open.sound = false;
  }

  async function takeHead(record: Take<'head'>): Promise<void> {
    closeCommit();
    const head = await readHead(record);
    if (!head) {
      checkGap(Math.max(last?.n ?? 0, unreadable) + 1, record.n - 1);
      unreadable = record.n;
      return;
    }
    count.commits++;
    open = { head, leaves: new Map(), sound: true };
    for (const { from, n, head: kept } of waiting) {
      if (n === head.n && kept !== head.head) {
        find(`${nameOf(head)} is not the one that ${from} shows: the log was rewritten.`);
      }
    }
    waiting = waiting.filter(({ n }) => n !== head.n);
    checkChain(head);
    last = head;
  }

  async function readHead({ n, month, head: jws }: Take<'head'>): Promise<Head | undefined> {
    let head: Head;
    try {
      head = headSchema.parse(await trusted.check('samtycke-head', jws));
    } catch (error) {
      const why =
        error instanceof z.ZodError
          ? 'it does not have the form of a head'
          : `${(error as Error).message}`;
      find(`The head of commit ${n} is not one that a trusted key has signed: ${why}.`);
      return undefined;
    }
    if (head.log !== log) find(`The head of commit ${n} is of another log.`);
    if (head.n !== n || head.month !== month) {
      find(`The head in the row of commit ${n} was signed for ${nameOf(head)} of ${head.month}.`);
    }
    if (headHash(head) !== head.head) {
      find(`The head of ${nameOf(head)} does not fit what it says it is made of.`);
    }
    return head;
  }

  function checkChain(head: Head): void {
    const before = last?.n ?? 0;
    if (head.n <= before) {
      find(`${nameOf(head)} stands after commit ${before}: commits were swapped or doubled.`);
    } else if (head.n === before + 1) {
      const { prev, count: sum } = { prev: last?.head ?? genesis(log), count: last?.count ?? 0 };
      if (head.prev !== prev) find(`${nameOf(head)} is not chained to the commit before it.`);
      else if (head.count !== sum + head.size) find(`${nameOf(head)} counts receipts wrongly.`);
    } else if (last !== undefined || scope.from === undefined) {
      checkGap(Math.max(before, unreadable) + 1, head.n - 1);
    }
    if (last && head.month < last.month)
      find(`${nameOf(head)} is in an earlier month than the one before.`);
  }

  function checkGap(from: number, to: number): void {
    for (let n = from; n <= to; n++) {
      const over = purged.find(({ first, last }) => n >= first && n <= last);
      if (!over) {
        const until = Math.min(
          to,
          ...purged.filter(({ first }) => first > n).map(({ first }) => first - 1),
        );
        find(
          n === until
            ? `Commit ${n} is missing, and no signed note says that it was purged.`
            : `Commits ${n} to ${until} are missing, and no signed note says that they were purged.`,
        );
        n = until;
      } else {
        const until = Math.min(to, over.last);
        count.purgedCommits += until - n + 1;
        n = until;
      }
    }
  }

  async function takeErased({ index, leaf, note }: Take<'erased'>): Promise<void> {
    count.erased++;
    const n = open?.head.n ?? 0;
    const isPurge = purged.some((one) => one.note === note && n >= one.first && n <= one.last);
    let problem: string | undefined;
    if (!isPurge) {
      try {
        const said = erasedNote.parse(await trusted.check('samtycke-erased', note));
        if (said.log !== log || said.index !== index || said.leaf !== leaf) {
          problem = 'the note of its erasure is of another receipt';
        }
      } catch {
        problem = 'it is gone, and no signed note says that it was erased';
      }
    }
    takeLeaf(index, Buffer.from(leaf, 'base64url'), problem);
  }

  return {
    async take(record: LogRecord): Promise<void> {
      switch (record.record) {
        case 'purged':
          try {
            const note = purgedNote.parse(await trusted.check('samtycke-purged', record.note));
            if (note.log !== log) find('A note of a purge is of another log.');
            else purged.push({ ...note, note: record.note });
          } catch {
            find('A note of a purge is not signed by a trusted key.');
          }
          break;
        case 'head':
          await takeHead(record);
          break;
        case 'receipt':
          count.receipts++;
          takeLeaf(record.index, ...leafAndProblem(record));
          break;
        case 'erased':
          await takeErased(record);
          break;
        case 'stray':
          find(`Row ${record.index} belongs to no commit: it was inserted, or its head removed.`);
          break;
        default:
          find(`A record of the kind "${record.record}" has no place inside a log.`);
      }
    },

    async end(): Promise<LogSummary> {
      closeCommit();
      for (const { from, n } of waiting) {
        if (isPurged(n) || (scope.from !== undefined && n < (last?.n ?? 0))) continue;
        if (scope.to !== undefined && n > (last?.n ?? 0)) continue;
        find(`Commit ${n}, which ${from} shows, is not here: the log was cut off or rewritten.`);
      }
      return { log, ...count, until: last?.time };
    },
  };
}

function listed(indexes: readonly number[]): string {
  const most = 5; // enough to find the place
  const more = indexes.length > most ? ` and ${indexes.length - most} more` : '';
  return indexes.slice(0, most).join(', ') + more;
}

/**
 * The tables of a SQLite file in a thread of their own. SQLite is synchronous: a commit waits
 * for the disk, and meanwhile the thread that answers requests would stand still.
 */
import { Worker } from 'node:worker_threads';
import { StoreError } from '../store.ts';
import type { Tables } from '../tables.ts';

/** What the thread is told at its start. */
export interface ThreadInput {
  readonly path: string;
  /** Tells the file from another that takes its place. */
  readonly fileId: string | undefined;
}

type Method = Exclude<keyof Tables, 'log'>;

/** What the thread is asked. */
export interface Call {
  readonly number: number;
  readonly method: Method;
  readonly input: readonly unknown[];
}

/** What it answers, in the order in which it was asked. */
export type Answer = { readonly number: number } & (
  | { readonly result: unknown }
  | { readonly problem: { message: string; retryAfter: number; cause: string } }
);

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** All there are, which the compiler sees to. */
const methods = {
  look: true,
  lastHead: true,
  find: true,
  append: true,
  ofBrowser: true,
  page: true,
  commit: true,
  erase: true,
  restrict: true,
  addKeys: true,
  keys: true,
  publish: true,
  published: true,
  texts: true,
  counts: true,
  logs: true,
  heads: true,
  strays: true,
  purges: true,
  segments: true,
  purge: true,
  check: true,
  close: true,
} as const satisfies Record<Method, true>;

/** The tables of the file at `path`, whose log is `log`. The thread starts when it is first asked something. */
export function tablesInThread(input: ThreadInput, log: string): Tables {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let asked = 0;
  let closed = false;

  function start(): Worker {
    const started = new Worker(new URL('./tables-thread.ts', import.meta.url), {
      workerData: input,
    });
    started.on('message', (answer: Answer) => {
      const one = waiting.get(answer.number);
      waiting.delete(answer.number);
      // Nobody waits: then it must not keep the process from ending.
      if (waiting.size === 0) started.unref();
      if ('result' in answer) return one?.resolve(answer.result);
      const { message, retryAfter, cause } = answer.problem;
      one?.reject(new StoreError(message, retryAfter, cause));
    });
    let cause: unknown;
    started.on('error', (error) => {
      cause = error;
    });
    started.on('exit', () => {
      if (thread === started) thread = undefined; // the next question starts another
      for (const { reject } of waiting.values()) reject(unusable(String(cause), cause));
      waiting.clear();
    });
    return started;
  }

  function ask(method: Method, ...input: readonly unknown[]): Promise<unknown> {
    if (closed) return Promise.reject(unusable('it is closed'));
    thread ??= start();
    const call: Call = { number: ++asked, method, input };
    return new Promise((resolve, reject) => {
      waiting.set(call.number, { resolve, reject });
      thread?.ref();
      thread?.postMessage(call);
    });
  }

  const asking = Object.keys(methods).map((name) => [name, ask.bind(undefined, name as Method)]);
  return {
    ...(Object.fromEntries(asking) as Omit<Tables, 'log'>),
    log,
    async close() {
      if (closed) return;
      const last = thread && ask('close');
      closed = true;
      await last;
    },
  };
}

function unusable(reason: string, cause?: unknown): StoreError {
  return new StoreError(`The database cannot be used: ${reason}.`, 30, cause);
}

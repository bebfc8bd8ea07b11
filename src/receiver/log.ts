import type { AddResult, ArrivalFlag } from './store.ts';

/** One answered request. Never an address, a body, an id or a URL: only the route's pattern (LAW 58). */
export interface RequestLogLine {
  readonly event: 'request';
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** A receipt that needs a look: unusual when it arrived, or another one under an id that is taken. */
export interface ReceiptLogLine {
  readonly event: 'receipt';
  readonly outcome: AddResult['outcome'];
  readonly flags: readonly ArrivalFlag[];
}

/** Something that went wrong inside. */
export interface ProblemLogLine {
  readonly event: 'problem';
  readonly message: string;
}

/** Whatever the receiver logs, told apart by `event`. */
export type LogLine = RequestLogLine | ReceiptLogLine | ProblemLogLine;

/** Takes one line at a time. May throw: a log that fails never fails a receipt. */
export type Log = (line: LogLine) => void;

/** One answered request. Never an address, a body, an id or a URL: only the route's pattern (LAW 58). */
export interface RequestLogLine {
  readonly event: 'request';
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Why it was refused, when it was: the place only, never the value. */
  readonly refused?: string;
  /** What was unusual about a receipt that was taken. */
  readonly flags?: readonly string[];
}

/** Something that went wrong inside. */
export interface ProblemLogLine {
  readonly event: 'problem';
  readonly message: string;
}

export type LogLine = RequestLogLine | ProblemLogLine;

/** Takes one line at a time. May throw: a log that fails never fails a receipt. */
export type Log = (line: LogLine) => void;

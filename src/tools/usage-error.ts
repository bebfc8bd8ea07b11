/** The command was called wrongly. Its message says what, where, and what to write instead; the exit code is 2. */
export class UsageError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'UsageError';
  }
}

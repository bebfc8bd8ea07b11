/** Runs the steps of a sequence so that a fault in one is reported and stops no other. */
import { type ErrorCode, SamtyckeError } from './errors.ts';

/** Runs `run`; when it throws, reports `code` with what was being done and gives `undefined`. */
export type Step = <Result>(
  code: ErrorCode,
  doing: string,
  run: () => Result,
) => Result | undefined;

/** Steps whose faults go to `report`. */
export function createStep(report: (error: SamtyckeError) => void): Step {
  return (code, doing, run) => {
    try {
      return run();
    } catch (cause) {
      report(new SamtyckeError(code, `${doing} failed.`, cause));
      return undefined;
    }
  };
}

/** How delivery says what went wrong. */
import type { ErrorCode } from '../model/errors.ts';

export type ReportProblem = (code: ErrorCode, message: string, cause?: unknown) => void;

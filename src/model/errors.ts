/** Every error samtycke throws or reports. */

export type ErrorCode =
  | 'config-invalid'
  | 'not-a-visitor-act'
  | 'unknown-category'
  | 'storage-refused'
  | 'receipt-delayed'
  | 'receipt-rejected'
  | 'receipt-dropped'
  | 'receipt-broken'
  | 'release-failed'
  | 'sweep-incomplete'
  | 'ui-failed'
  | 'buttons-unequal'
  | 'listener-failed';

/**
 * The one error type of the product. Thrown at the integrator for a wrong
 * configuration or call; at run time it is never thrown into the page but
 * handed to `on('problem')`.
 */
export class SamtyckeError extends Error {
  override readonly name: string = 'SamtyckeError';
  /** What kind of problem it is; stable, for programs. */
  declare readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

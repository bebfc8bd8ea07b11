import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The body of every answer that is not a success. */
export interface ErrorBody {
  /** What was wrong and what to do instead. */
  readonly error: string;
  /** What it is about: a field of the receipt (`notice.layer`), `headers.<name>`, `body`, `method`, `url`, `receiver` or `''`. */
  readonly path: string;
}

/** An answer that refuses. Thrown in a route, turned into `{ error, path }` in one place. */
export class HttpError extends Error {
  readonly status: ContentfulStatusCode;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    path: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
    this.path = path;
    this.headers = headers;
  }
}

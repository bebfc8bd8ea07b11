import type { Context } from 'hono';
import { bodyBytes } from './body-bytes.ts';
import { HttpError } from './http-error.ts';

/** A receipt with every service answered is about 12 kB. */
export const maxBodyBytes = 16_384;

const mediaTypes = ['text/plain', 'application/json'];

// Fatal: a replacement character would change what the visitor's browser hashed.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The request's body as text. Refuses other media types with 415, more than `most` bytes with 413, invalid UTF-8 with 400. */
export async function readBody(c: Context, most = maxBodyBytes): Promise<string> {
  requireMediaType(c);
  // The length is only a claim, but an honest one saves reading.
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooLarge(most);
  const bytes = await bodyBytes(c.req.raw, c.env, most).catch(() => {
    throw new HttpError(400, 'body', 'The body ended before it was complete. Send it again.');
  });
  if (!bytes) throw tooLarge(most);
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HttpError(400, 'body', 'The body is not valid UTF-8.');
  }
}

function requireMediaType({ req }: Context): void {
  const [type = '', ...parameters] = (req.header('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (!mediaTypes.includes(type)) {
    throw new HttpError(
      415,
      'headers.content-type',
      `Send the body as ${mediaTypes.join(' or ')}${type ? `, not as ${type.slice(0, 80)}` : ''}.`,
    );
  }
  const charset = parameters.find((part) => part.startsWith('charset='));
  if (charset && !/^charset="?utf-?8"?$/.test(charset)) {
    throw new HttpError(415, 'headers.content-type', 'Send the body in UTF-8.');
  }
  const encoding = req.header('content-encoding');
  if (encoding && encoding !== 'identity') {
    throw new HttpError(415, 'headers.content-encoding', 'Send the body uncompressed.');
  }
}

function tooLarge(most: number): HttpError {
  return new HttpError(413, 'body', `The body may have at most ${most} bytes.`);
}

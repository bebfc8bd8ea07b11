/** Answers by file extension: what a tracker's server has, without a real one. */
import type { Answer, ArrivedRequest } from './servers.ts';

/** The smallest valid pictures. */
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The text of every script that these servers have: it notes that it ran. */
export function scriptText(path: string): string {
  return `globalThis.ran = (globalThis.ran || []).concat('${path}');\n`; // workers have no window
}

/**
 * Answers any path: `.js` notes itself in `window.ran`, `.gif`, `.png`, `.css`, `.html`, `.json`,
 * anything else 204 as a collector does. `?cookie=name` sets a cookie, `?slow=ms` waits,
 * `?status=404` answers with that status.
 */
export function answerFile(request: ArrivedRequest): Answer {
  const url = new URL(request.path, 'http://any.localhost');
  const cookie = url.searchParams.get('cookie');
  const { type, body } = content(url.pathname);
  return {
    status: Number(url.searchParams.get('status') ?? (type ? 200 : 204)),
    headers: {
      ...(type ? { 'content-type': type } : {}),
      'cache-control': 'no-store', // a second visit must be seen
      // As trackers do, so that module scripts, fetch and integrity work from any site.
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type',
      // Loopback counts as secure, so a third-party cookie can be had without TLS.
      ...(cookie
        ? { 'set-cookie': `${cookie}=1; Path=/; Max-Age=86400; SameSite=None; Secure` }
        : {}),
    },
    ...(body === undefined ? {} : { body }),
    delayMs: Number(url.searchParams.get('slow') ?? 0),
  };
}

function content(path: string): { readonly type?: string; readonly body?: string | Buffer } {
  switch (path.match(/\.(\w+)$/)?.[1]) {
    case 'js':
    case 'mjs':
      return { type: 'text/javascript; charset=utf-8', body: scriptText(path) };
    case 'gif':
      return { type: 'image/gif', body: gif };
    case 'png':
    case 'jpg':
      return { type: 'image/png', body: png };
    case 'css':
      return { type: 'text/css', body: 'body { --loaded: 1 }' };
    case 'html':
      return { type: 'text/html; charset=utf-8', body: `<!doctype html><title>${path}</title>` };
    case 'json':
      return { type: 'application/json', body: '{}' };
    default:
      return {};
  }
}

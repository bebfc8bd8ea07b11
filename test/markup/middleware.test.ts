/** The middleware on real servers: hono, Node's own, and Express's habits on top of it. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createHonoMiddleware,
  createNodeMiddleware,
  type MiddlewareOptions,
} from '../../src/markup/middleware.ts';
import { configInput } from './site-config.ts';

const options: MiddlewareOptions = {
  config: configInput,
  script: '/samtycke/samtycke.js',
  wall: 'header',
  allow: ['cdn.exempel.se'],
};
const tracker = '<img src="https://sol.example/p.gif">';
const held =
  '<img data-category="marketing" data-service="sol" data-src="https://sol.example/p.gif">';
const page = `<!doctype html><html><head><meta charset="utf-8"><title>Å</title></head><body>${tracker}</body></html>`;

interface Said {
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
  readonly status?: number;
}

/** What the application behind the middleware says, by path. */
const says: Readonly<Record<string, Said>> = {
  '/': {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      etag: '"1"',
      'content-length': `${Buffer.byteLength(page)}`,
    },
    body: Buffer.from(page),
  },
  '/bytes': {
    headers: { 'content-type': 'text/html; charset=windows-1252' },
    body: Buffer.concat([Buffer.from([0xe5, 0x80, 0x00, 0xff]), Buffer.from(tracker)]),
  },
  '/utf-16': {
    headers: { 'content-type': 'text/html; charset=utf-16le' },
    body: Buffer.from(tracker, 'utf16le'),
  },
  '/compressed': {
    headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' },
    body: gzipSync(page),
  },
  '/fragment': { headers: { 'content-type': 'text/html' }, body: Buffer.from(`<p>${tracker}</p>`) },
  '/policy': {
    headers: {
      'content-type': 'text/html',
      'content-security-policy': "script-src 'nonce-4711'",
      link: '<https://sol.example/a.js>; rel=preload; as=script, </own.css>; rel=preload; as=style',
    },
    body: Buffer.from(page),
  },
  '/worker.js': { headers: { 'content-type': 'text/javascript' }, body: Buffer.from(tracker) },
  '/picture.svg': { headers: { 'content-type': 'image/svg+xml' }, body: Buffer.from(tracker) },
  '/data.json': {
    headers: { 'content-type': 'application/json', etag: '"2"' },
    body: Buffer.from('{}'),
  },
  '/missing': { headers: { 'content-type': 'text/html' }, body: Buffer.from(page), status: 404 },
};

function nodeServer(): Server {
  const middleware = createNodeMiddleware(options);
  return createServer((request, response) =>
    middleware(request, response, () => {
      if (request.url === '/conditions') {
        response.end(JSON.stringify(request.headers));
        return;
      }
      const said = says[request.url ?? ''];
      response.writeHead(said?.status ?? 200, said?.headers as Record<string, string>);
      // In three pieces, one of them between the tags of the tracker.
      const body = said?.body ?? Buffer.alloc(0);
      const [first, second] = [body.length / 3, (body.length * 2) / 3].map(Math.floor);
      response.write(body.subarray(0, first));
      response.write(body.subarray(first, second));
      response.end(body.subarray(second));
    }),
  );
}

function honoServer(): Server {
  const app = new Hono();
  app.use(createHonoMiddleware(options));
  app.get('/conditions', (context) => context.json(context.req.header()));
  app.get('*', (context) => {
    const said = says[context.req.path];
    const headers = new Headers();
    for (const [name, value] of Object.entries(said?.headers ?? {}))
      headers.set(name, String(value));
    return new Response(new Uint8Array(said?.body ?? []), { status: said?.status ?? 200, headers });
  });
  return serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
}

describe.each([
  ['Node', nodeServer],
  ['hono', honoServer],
])('the middleware for %s', (_, start) => {
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    server = start();
    if (!server.listening) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const response = await fetch(origin + path, { headers, method });
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, header: (name: string) => response.headers.get(name), body };
  };

  it('tags a page, puts its tags in behind the encoding, and takes away what told of the old body', async () => {
    const { header, body } = await get('/');
    const html = body.toString();
    expect(html).toContain(`<body>${held}</body>`);
    expect(html).toMatch(
      /<title>Å<\/title><script type="application\/json" id="samtycke-config">\{"controller".*?\}<\/script><script src="\/samtycke\/samtycke\.js" integrity="sha384-[^"]{64}"><\/script><script id="samtycke-wall">/,
    );
    expect(header('etag')).toBeNull();
    expect(header('content-type')).toBe('text/html; charset=utf-8');
    expect([null, `${body.length}`]).toContain(header('content-length'));
  });

  it('sends the wall with documents and scripts, and with nothing else', async () => {
    for (const path of ['/', '/worker.js', '/picture.svg', '/missing', '/compressed', '/utf-16']) {
      vi.spyOn(console, 'warn').mockImplementation(() => {});
      const { header } = await get(path);
      expect(header('content-security-policy'), path).toMatch(
        /^default-src 'self' .* cdn\.exempel\.se/,
      );
      expect(header('vary'), path).toMatch(/Cookie/i);
    }
    const { header, body } = await get('/data.json');
    expect(header('content-security-policy')).toBeNull();
    expect(header('etag')).toBe('"2"');
    expect(body.toString()).toBe('{}');
  });

  it("keeps the site's own policy, takes its nonce, and takes declared hints out of Link", async () => {
    const { header, body } = await get('/policy');
    expect(header('content-security-policy')).toMatch(
      /^script-src 'nonce-4711', default-src 'self'/,
    );
    expect(body.toString().match(/<script (?!type)[^>]*nonce="4711">/g)).toHaveLength(2);
    expect(header('link')).toBe('</own.css>; rel=preload; as=style');
  });

  it('opens the wall to what the visitor has accepted', async () => {
    const at = new Date(Date.now() - 1_000).toISOString();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const cookie = `samtycke=v=1&p=1&t=${at}&u=${until}&c.marketing=1`;
    const { header } = await get('/', { cookie });
    expect(header('content-security-policy')).toContain(' sol.example ');
  });

  it('changes the bytes of the tracker only, in any encoding', async () => {
    const { body } = await get('/bytes');
    expect(body).toEqual(Buffer.concat([Buffer.from([0xe5, 0x80, 0x00, 0xff]), Buffer.from(held)]));
  });

  it('puts no tags of its own into a fragment', async () => {
    expect((await get('/fragment')).body.toString()).toBe(`<p>${held}</p>`);
  });

  it('leaves scripts and encodings that it cannot read as they are', async () => {
    expect((await get('/worker.js')).body.toString()).toBe(tracker);
    expect((await get('/utf-16')).body).toEqual(says['/utf-16']?.body);
  });

  it('passes a compressed page on and says what to do about it', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect((await get('/compressed')).body.toString()).toBe(page); // fetch has unpacked it
    expect(warn.mock.calls.join()).toMatch(
      /\/compressed is compressed \(gzip\).*come after the one that compresses/,
    );
  });

  it('keeps the status, and answers HEAD without the length of another body', async () => {
    expect((await get('/missing')).status).toBe(404);
    const { header, body } = await get('/', {}, 'HEAD');
    expect(body).toHaveLength(0);
    expect(header('content-length')).toBeNull();
    expect(header('content-security-policy')).toContain("default-src 'self'");
  });

  it('asks for a whole page, since a stored one may be untagged', async () => {
    const seen = JSON.parse(
      (
        await get('/conditions', {
          accept: 'text/html',
          'if-none-match': '"1"',
          range: 'bytes=0-1',
        })
      ).body.toString(),
    );
    expect(seen).not.toHaveProperty('if-none-match');
    expect(seen).not.toHaveProperty('range');
    const other = JSON.parse(
      (await get('/conditions', { accept: '*/*', range: 'bytes=0-' })).body.toString(),
    );
    expect(other).toHaveProperty('range');
  });
});

describe('the middleware for Node', () => {
  async function answer(handler: (response: ServerResponse) => unknown): Promise<Response> {
    const middleware = createNodeMiddleware({ config: configInput });
    const server = createServer((request, response) =>
      middleware(request, response, () => handler(response)),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`);
      const body = await response.arrayBuffer();
      return new Response(body, response);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('streams: the first piece is there before the last one is written', async () => {
    const middleware = createNodeMiddleware({ config: configInput });
    let finish = () => {};
    const server = createServer((request, response) =>
      middleware(request, response, () => {
        response.setHeader('content-type', 'text/html');
        response.write(`<p>one${tracker}`);
        finish = () => response.end('two');
      }),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { body } = await fetch(
      `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    );
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    const first = await reader.read();
    expect(Buffer.from(first.value ?? []).toString()).toBe(`<p>one${held}`);
    finish();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('two');
    server.closeAllConnections();
    server.close();
  });

  it('takes all forms of writeHead, write and end, and calls back', async () => {
    const calls: string[] = [];
    const response = await answer(async (to) => {
      to.writeHead(201, 'Made', ['Content-Type', 'text/html', 'X-One', '1']);
      to.write('3c70', 'hex', () => calls.push('write'));
      to.write('', () => calls.push('empty'));
      await wait(1);
      to.end(`>${tracker}`, 'utf8', () => calls.push('end'));
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-one')).toBe('1');
    expect(await response.text()).toBe(`<p>${held}`);
    expect(calls).toEqual(['write', 'empty', 'end']);
  });
});

describe('the middleware for Express', () => {
  // They have no types of their own; what is asked of them here is little.
  const load = createRequire(import.meta.url);
  const express = load('express') as () => {
    use(middleware: unknown): void;
    get(path: string, handler: (request: IncomingMessage, response: Sender) => void): void;
    listen(port: number, host: string): Server;
  };
  interface Sender {
    send(body: string): void;
    sendFile(path: string): void;
  }

  it('tags what is sent, as a file too, and lets what stands before it compress the result', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'samtycke-express-')), 'page.html');
    writeFileSync(file, page);
    const app = express();
    app.use((load('compression') as (options: object) => unknown)({ threshold: 0 }));
    app.use(createNodeMiddleware({ config: configInput }));
    app.get('/send', (_, response) => response.send(page));
    app.get('/file', (_, response) => response.sendFile(file));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    for (const path of ['/send', '/file']) {
      const headers = { accept: 'text/html', 'accept-encoding': 'gzip', 'if-none-match': '*' };
      const response = await fetch(origin + path, { headers });
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-encoding'), path).toBe('gzip');
      expect(response.headers.get('etag'), path).toBeNull();
      expect(await response.text(), path).toBe(page.replace(tracker, held));
    }
    server.closeAllConnections();
    server.close();
    rmSync(dirname(file), { recursive: true });
  });
});

/** The policy, from the middleware and from a real nginx with the recipe: both must say the same. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choiceOfRequest } from '../../src/markup/choice-of-request.ts';
import { wallRecipe } from '../../src/markup/wall-recipe.ts';
import type { Choice } from '../../src/model/choice.ts';
import { formatChoice } from '../../src/model/choice-cookie.ts';
import { contentSecurityPolicy } from '../../src/model/content-security-policy.ts';
import { config } from './site-config.ts';

const now = Date.parse('2026-11-25T12:00:00.000Z');
const allow = ['cdn.exempel.se', 'pay.example/checkout'];
const choice: Choice = {
  at: '2026-11-22T06:41:54.318Z',
  validUntil: '2027-05-23T06:41:54.318Z',
  policyVersion: '1',
  categories: {},
  services: {},
};
const cookie = (part: Partial<Choice>) => `samtycke=${formatChoice({ ...choice, ...part })}`;
const policyFor = (cookies: string | undefined, headers: Record<string, string> = {}) =>
  contentSecurityPolicy(
    config,
    choiceOfRequest((name) => (name === 'cookie' ? cookies : headers[name]), config, now),
    { allow },
  );
const closed = policyFor(undefined);

/** What a visitor may send, and whether statistics (Google), marketing (sol) and YouTube are open to them. */
const visitors: readonly (readonly [string, string | undefined, string])[] = [
  ['who has not chosen', undefined, ''],
  ['who refused', cookie({ categories: { statistics: false, marketing: false } }), ''],
  [
    'who accepted statistics',
    `a=1; ${cookie({ categories: { statistics: true, marketing: false } })}; b=c.marketing=1`,
    'statistics',
  ],
  [
    'who accepted all',
    cookie({ categories: { statistics: true, marketing: true } }),
    'statistics marketing youtube',
  ],
  [
    'who refused YouTube apart',
    cookie({ categories: { statistics: false, marketing: true }, services: { youtube: false } }),
    'marketing',
  ],
  [
    'who accepted YouTube apart',
    cookie({ categories: { statistics: false, marketing: false }, services: { youtube: true } }),
    'youtube',
  ],
  [
    'whose cookie a server wrote, percent-encoded',
    `samtycke=${encodeURIComponent(formatChoice({ ...choice, categories: { marketing: true } }))}`,
    'marketing youtube',
  ],
  [
    'of an older policy version',
    cookie({ policyVersion: '0', categories: { statistics: true, marketing: true } }),
    '',
  ],
  [
    'with a cookie of another name',
    cookie({ categories: { marketing: true } }).replace('samtycke', 'xsamtycke'),
    '',
  ],
];

function openTo(policy: string): string {
  return [
    ['statistics', 'https://*.google-analytics.com'],
    ['marketing', 'sol.example'],
    ['youtube', '*.youtube.com'],
  ]
    .filter(([, source = '']) => policy.split(/[ ;]+/).includes(source.replace('https://', '')))
    .map(([name]) => name)
    .join(' ');
}

describe('the policy', () => {
  it('lets nothing through but the site, the list, necessary services', () => {
    const sources =
      ' cdn.exempel.se *.cdn.exempel.se wss://cdn.exempel.se wss://*.cdn.exempel.se' +
      ' pay.example/checkout pay.example/checkout/ *.pay.example/checkout *.pay.example/checkout/' +
      ' chat.example *.chat.example wss://chat.example wss://*.chat.example';
    expect(closed).toBe(
      `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:${sources}; form-action 'self'${sources}`,
    );
  });

  it.each(visitors)('for a visitor %s', (_, header, expected) => {
    expect(openTo(policyFor(header))).toBe(expected);
  });

  it('is closed again when a choice has run out, is not whole or comes from the future', () => {
    const open = { categories: { statistics: true, marketing: true } };
    expect(policyFor(cookie({ ...open, validUntil: '2026-11-25T11:59:59.000Z' }))).toBe(closed);
    expect(policyFor(cookie({ ...open, at: '2027-11-25T11:59:59.000Z' }))).toBe(closed);
    expect(policyFor(cookie(open).replace('&u=', '&x='))).toBe(closed);
    expect(policyFor(`${cookie(open)}%`)).toBe(closed);
  });

  it.each(['sec-gpc', 'dnt'])(
    'does not open to a yes to marketing that is older than %s',
    (name) => {
      const yes = { statistics: true, marketing: true };
      const objecting = { [name]: '1' };
      expect(openTo(policyFor(cookie({ categories: yes }), objecting))).toBe('statistics');
      expect(openTo(policyFor(cookie({ categories: yes, gpc: true }), objecting))).toBe(
        'statistics marketing youtube',
      );
      expect(openTo(policyFor(cookie({ categories: yes }), { [name]: '0' }))).toContain(
        'marketing',
      );
      const apart = { categories: yes, services: { youtube: true } };
      expect(openTo(policyFor(cookie(apart), objecting))).toBe('statistics youtube');
    },
  );

  it('reads the newest of two cookies, as the page does', () => {
    const old = cookie({ at: '2026-11-21T06:41:54.318Z', categories: { marketing: true } });
    expect(openTo(policyFor(`${old}; ${cookie({ categories: { marketing: false } })}`))).toBe('');
  });
});

describe('nginx with the recipe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samtycke-nginx-'));
  let server: ChildProcess | undefined;
  let origin = '';

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    mkdirSync(join(folder, 'html'));
    writeFileSync(join(folder, 'html', 'index.html'), '<!doctype html><title>Solexempel</title>');
    writeFileSync(join(folder, 'samtycke.conf'), wallRecipe('nginx', config, { allow }));
    writeFileSync(join(folder, 'nginx.conf'), nginxConfig(port));
    server = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    await answering(server, origin);
  }, 20_000);

  afterAll(async () => {
    if (server?.exitCode === null) {
      server.kill('SIGQUIT');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true });
  });

  const policyOf = async (header: string | undefined, path = '/') => {
    const { headers } = await fetch(origin + path, { headers: header ? { cookie: header } : {} });
    expect(headers.get('vary')).toMatch(/Cookie/);
    return headers.get('content-security-policy') ?? '';
  };

  it.each(visitors)(
    'opens to a visitor %s what the middleware opens',
    async (_, header, expected) => {
      const policy = await policyOf(header);
      expect(openTo(policy)).toBe(expected);
      const sorted = (text: string) => text.split('; ').map((part) => part.split(' ').sort());
      expect(sorted(policy)).toEqual(sorted(policyFor(header)));
    },
  );

  it('sends the policy with errors too, and beside one of the site', async () => {
    expect(await policyOf(undefined, '/saknas')).toContain("default-src 'self'");
    expect(await policyOf(undefined, '/egen')).toMatch(/^img-src 'none', default-src 'self'/);
  });
});

function nginxConfig(port: number): string {
  return `daemon off; master_process off; pid nginx.pid; worker_processes 1;
events {}
http {
  include samtycke.conf;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root html;
    location /egen {
      add_header Content-Security-Policy "img-src 'none'" always;
      add_header Content-Security-Policy $samtycke_wall always;
      add_header Vary Cookie always;
    }
  }
}`;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Waits until it takes connections; throws when it has given up instead. */
async function answering(server: ChildProcess, origin: string): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`nginx ended with ${server.exitCode}`);
    const isUp = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 20)); // 20 ms: it listens within that
  }
}

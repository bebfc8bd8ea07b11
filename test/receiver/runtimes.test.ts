import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What a module imports at run time, and what those import, as far as they are ours. */
function importsOf(file: URL, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(file.href)) return seen;
  const source = readFileSync(file, 'utf8');
  const names = [...source.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'/gm)].map(
    ([, name]) => name as string,
  );
  seen.set(file.href, names);
  for (const name of names) if (name.startsWith('.')) importsOf(new URL(name, file), seen);
  return seen;
}

describe('createReceiver', () => {
  it('needs nothing of Node, so that it runs wherever there is fetch', () => {
    const imports = importsOf(new URL('../../src/receiver/receiver.ts', import.meta.url));
    expect(imports.size).toBeGreaterThan(10);
    const packages = [...imports.values()].flat().filter((name) => !name.startsWith('.'));
    expect(new Set(packages)).toEqual(new Set(['hono', 'hono/cors', 'hono/route', 'zod']));
  });
});

describe('samtycke/receiver', () => {
  it('does not load the driver for PostgreSQL, which a site with a file need not have', () => {
    const imports = importsOf(new URL('../../src/receiver/index.ts', import.meta.url));
    expect([...imports.keys()].join()).toContain('postgres-store.ts');
    expect([...imports.values()].flat()).not.toContain('postgres');
  });
});

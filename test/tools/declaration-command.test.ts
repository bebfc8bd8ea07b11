/** `samtycke declaration` prints what the element shows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runWords } from './run-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'samtycke-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'samtycke.json');
writeFileSync(
  file,
  JSON.stringify({
    controller: { name: 'A & B <AB>' },
    policyUrl: '/kakor',
    endpoint: '/v1/receipts',
    services: ['youtube', { id: 'chatt', category: 'preferences', purpose: 'Visar en chatt.' }],
  }),
);

it('as HTML, escaped, in the language asked for, and says on the side what is missing', async () => {
  const { status: code, stdout: out, stderr: error } = await runWords('declaration', file);
  expect(code).toBe(0);
  expect(out).toMatch(/^<samtycke-declaration lang="sv">.*<\/samtycke-declaration>\n$/s);
  expect(out).toContain('<h2>Nödvändiga</h2>');
  expect(out).toContain('A &amp; B &lt;AB&gt;');
  expect(out).toContain('<code>VISITOR_INFO1_LIVE</code>');
  expect(error).toContain('services[1].provider is missing');
  const finnish = await runWords('declaration', file, '--language', 'fi', '--level', '3');
  expect(finnish.stdout).toMatch(/^<samtycke-declaration lang="fi" data-level="3">/);
  expect(finnish.stdout).toContain('<h3>Välttämättömät</h3>');
  expect(finnish.stdout).not.toMatch(/kaka|Leverantör/);
});

it('as a style sheet', async () => {
  const { stdout: out } = await runWords('declaration', file, '--css');
  expect(out).toMatch(/^:where\(samtycke-declaration\)/);
});

it.each([
  [['--language', 'fr'], /Write one of sv, en, fi, nb, da, de/],
  [['--level', '6'], /Write a number from 1 to 5/],
])('refuses %j', async (words, message) => {
  const { status: code, stderr: error } = await runWords('declaration', file, ...words);
  expect(code).toBe(2);
  expect(error).toMatch(message);
});

/** `samtycke snapshot`: whoever holds a receipt finds what its visitor was shown, by the hash in it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunch } from '../../scripts/browsers.ts';
import { openSqliteStore, startReceiver } from '../../src/receiver/index.ts';
import { runWords } from '../tools/run-words.ts';
import { expect, test } from './fixtures.ts';

const { executablePath } = chromiumLaunch();
const snapshot = (...words: string[]) =>
  runWords('snapshot', ...words, ...(executablePath ? ['--browser', executablePath] : []));
// Without a language all six are photographed; one is enough to hold against receipts.
const config = { services: ['youtube' as const], language: 'sv' };

test.describe('snapshots', { tag: ['@once', '@chromium'] }, () => {
  // Five pages in a browser of its own.
  test.setTimeout(60_000);

  test('LAW 57: hold what each receipt names, and can be published', async ({ site, page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'samtycke-snapshot-'));
    const out = join(folder, 'snapshots');
    const file = join(folder, 'index.html');
    try {
      // A page of its own looks, with an embed, and with the configuration that is photographed.
      const body = `<style>:root { --samtycke-accent: #930 }</style>
        <iframe data-category="marketing" data-service="youtube" data-src="${site.tracker}/film.html" width="560" height="315"></iframe>`;
      await site.open({ config, body });
      writeFileSync(file, await page.content());
      const first = await snapshot(file, '--out', out);
      expect(first).toMatchObject({ status: 0, stderr: '' });
      // Banner, settings with nothing, with marketing, with one service, and a stand-in.
      expect(first.stdout.match(/^Taken: .*$/gm)).toHaveLength(5);

      await site.reject();
      await site.expectReceipts(1);
      await page.getByRole('button', { name: 'Visa den här gången' }).click();
      await site.expectReceipts(2);
      await site.save({ marketing: true });
      await site.expectReceipts(3);
      await page.reload();
      await site.save({ marketing: false });
      const receipts = await site.expectReceipts(4);
      const named = receipts.map(({ notice }) => readdirSync(join(out, notice.hash)).sort());
      const filesOf = (name: string) => [`${name}-dark.png`, `${name}-light.png`, 'text.json'];
      expect(named).toEqual(
        ['sv-banner', 'sv-embed.youtube', 'sv-settings', 'sv-settings.marketing'].map(filesOf),
      );

      // Doing it again keeps the very files.
      const taken = () =>
        readdirSync(out, { recursive: true, encoding: 'utf8' }).map((name) => [
          name,
          name.endsWith('.png') && statSync(join(out, name)).mtimeMs,
          name.endsWith('.json') && readFileSync(join(out, name), 'utf8'),
        ]);
      const before = taken();
      const again = await snapshot(file, '--out', out);
      expect(again.stdout).toMatch(/^5 snapshots in .*, 0 of them looked at now\.$/m);
      expect(taken()).toEqual(before);

      const adminToken = 't'.repeat(32);
      const store = openSqliteStore(':memory:');
      const receiver = await startReceiver({ store, origins: [site.origin], adminToken, port: 0 });
      process.env.SAMTYCKE_ADMIN_TOKEN = adminToken;
      try {
        const publish = () => runWords('publish', file, '--notice', out, '--to', receiver.url);
        expect(await publish()).toMatchObject({ status: 0, stderr: '' });
        for (const receipt of receipts) {
          expect((await store.add(receipt)).row.flags).toEqual([]);
          const text = JSON.parse((await store.published(receipt.notice.hash)) ?? 'null');
          expect(text).toContain(receipt.notice.layer === 0 ? 'Visa den här gången' : 'Neka alla');
        }
        const stranger = { ...receipts[0], notice: { ...receipts[0]?.notice } };
        writeFileSync(join(out, String(stranger.notice.hash), 'text.json'), '["Ja","sv",1]');
        expect(await publish()).toMatchObject({
          status: 2,
          stderr: expect.stringMatching(/it was changed/),
        });
      } finally {
        delete process.env.SAMTYCKE_ADMIN_TOKEN;
        await receiver.stop();
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('say what to install when no browser starts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'samtycke-snapshot-'));
    const file = join(folder, 'samtycke.json');
    const input = { controller: { name: 'Solexempel AB' }, policyUrl: '/', endpoint: '/' };
    writeFileSync(file, JSON.stringify(input));
    const { status, stderr } = await runWords('snapshot', file, '--browser', '/nowhere/chromium');
    rmSync(folder, { recursive: true });
    expect(status).toBe(2);
    expect(stderr).toMatch(/\/nowhere\/chromium does not start as a Chromium/);
  });
});

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/receiver/index.ts';
import { runCommand } from '../../src/tools/run-command.ts';
import { aReceipt } from '../receiver/a-receipt.ts';
import { newMemoryFolder } from '../receiver/running-receiver.ts';

it('samtycke export --format dpv writes one JSON-LD document, without what visitors have restricted', async () => {
  const folder = newMemoryFolder();
  const [db, file] = [join(folder, 'kvitton.sqlite'), join(folder, 'kvitton.jsonld')];
  const store = openSqliteStore(db);
  const [restricted, ...receipts] = Array.from({ length: 4 }, () => aReceipt());
  for (const receipt of [restricted, ...receipts]) await store.add(receipt as never);
  await store.restrict(restricted?.consent_id as string, true);
  await store.close();
  let stdout = '';
  const out = (text: string) => {
    stdout += text;
  };
  const words = ['export', '--format', 'dpv', '--db', db, '--out', file];
  expect(await runCommand(words, { out, error: out })).toBe(0);
  expect(stdout).toMatch(/^Wrote 8 lines to .*\n1 receipts are not in it/);
  const text = readFileSync(file, 'utf8');
  const records: { readonly 'dct:isPartOf': { readonly '@id': string } }[] =
    JSON.parse(text)['@graph'];
  // Statistics and marketing of each.
  const ids = receipts.flatMap(({ id }) => [`urn:uuid:${id}`, `urn:uuid:${id}`]);
  expect(records.map((record) => record['dct:isPartOf']['@id'])).toEqual(ids);
  expect(text).not.toContain(restricted?.consent_id);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const empty = join(folder, 'tomt.jsonld');
  const none = [...words.slice(0, -1), empty, '--to', '2020-01'];
  expect(await runCommand(none, { out, error: out })).toBe(0);
  expect(JSON.parse(readFileSync(empty, 'utf8'))['@graph']).toEqual([]);
  expect(
    await runCommand(['export', '--format', 'xml', '--db', db, '--out', file], { out, error: out }),
  ).toBe(2);
});

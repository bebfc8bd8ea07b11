/** Kills a receiver under load, many times over: whatever it acknowledged is there, and everything verifies (fault 23). */
import { expect } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { checkProof } from '../../src/receiver/evidence/proof.ts';
import type { Proof } from '../../src/receiver/evidence/proof-schema.ts';
import { trust } from '../../src/receiver/evidence/signatures.ts';
import { verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import type { Store } from '../../src/receiver/index.ts';
import { aReceipt } from './a-receipt.ts';
import type { startReceiverProcess } from './receiver-process.ts';

const clients = 24;
/** Acknowledgements before each kill, so that it comes early, late and in between. */
const mostAcknowledged = 60;

/** Runs the test; `open` opens a store on what the killed receivers have left. */
export async function killUnderLoad(input: {
  readonly kills: number;
  readonly start: () => ReturnType<typeof startReceiverProcess>;
  readonly open: () => Promise<Store>;
}): Promise<void> {
  const { kills, start, open } = input;
  const acknowledged: { receipt: Receipt; proof: Proof }[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const { child, post, exited } = await start();
    const until = acknowledged.length + 1 + ((kill * 37) % mostAcknowledged);
    const client = async () => {
      for (;;) {
        const receipt = aReceipt();
        const response = await post(receipt);
        const { proof } = await response.json();
        expect(response.status).toBe(201);
        acknowledged.push({ receipt, proof });
        if (acknowledged.length === until) child.kill('SIGKILL');
      }
    };
    // Each ends when its connection breaks; anything else is a failed expectation.
    const ends = await Promise.allSettled(Array.from({ length: clients }, client));
    for (const end of ends)
      expect(String((end as PromiseRejectedResult).reason)).toMatch(/TypeError|terminated/);
    expect(await exited).toBe('SIGKILL');
  }
  const store = await open();
  const rows = new Map<string, string>();
  for await (const record of store.records()) {
    if (record.record === 'receipt') rows.set(record.id, record.body);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  const keys = trust(await store.keys());
  for (const { receipt, proof } of acknowledged) {
    expect(rows.get(receipt.id)).toBe(canonical(receipt));
    expect(await store.proof(receipt.id)).toEqual(proof);
    await checkProof(receipt, proof, keys);
  }
  const witnesses = await Promise.all(
    acknowledged.map(async ({ receipt, proof }) => {
      const { log, n, head } = await checkProof(receipt, proof, keys);
      return { from: receipt.id, log, n, head };
    }),
  );
  const { findings } = await verifyLog(store.records(), { keys: await store.keys(), witnesses });
  expect(findings).toEqual([]);
  await store.close();
}

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aReceipt, newSecret } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

const adminToken = newSecret();

describe('GET /owner', () => {
  it('may run its own script and style, and nothing else', async () => {
    const { url } = await runReceiver({ adminToken });
    const response = await fetch(`${url}/owner`);
    const policy = response.headers.get('content-security-policy') ?? '';
    const text = await response.text();
    const hashes = [...text.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)].map(
      ([, kind, body]) =>
        `${kind}-src 'sha256-${createHash('sha256')
          .update(body as string)
          .digest('base64')}'`,
    );
    expect(hashes).toHaveLength(2);
    for (const hash of hashes) expect(policy).toContain(hash);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(text).not.toMatch(/https?:\/\//);
  });

  it('gives figures to the admin token only', async () => {
    const { url, post } = await runReceiver({ adminToken });
    await post(aReceipt());
    const ask = (query: string, token: string) =>
      fetch(`${url}/v1/statistics?format=html${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await ask('', newSecret())).status).toBe(401);
    const response = await ask('', adminToken);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('<strong>1</strong> beslut');
    expect((await ask('&from=1900-01-01', adminToken)).status).toBe(422);
  });
});

/** A whole receipt for tests. */
import type { Receipt } from '../../src/model/receipt.ts';

export function exampleReceipt(
  fields: { readonly [Field in keyof Receipt]?: unknown } = {},
): Receipt {
  const at = new Date();
  return {
    v: 1,
    type: 'samtycke.receipt',
    id: crypto.randomUUID(),
    consent_id: 'b3f0c8e2-5d7a-4f11-8c29-0a6e4d917f52',
    seq: 1,
    prev: null,
    event: 'first',
    action: 'accept_all',
    at: at.toISOString(),
    valid_until: new Date(at.getTime() + 182 * 86_400_000).toISOString(),
    site: 'https://www.exempel.se',
    lang: 'sv',
    jurisdiction: 'SE',
    config: { rev: '1', hash: `sha256-${'a'.repeat(43)}` },
    notice: {
      hash: `sha256-${'b'.repeat(43)}`,
      layer: 1,
      shown_at: at.toISOString(),
      path: ['banner'],
    },
    ui: { sdk: '0.1.0', form: 'banner' },
    choices: { necessary: 'required', statistics: 'granted', marketing: 'denied' },
    ...fields,
  } as Receipt;
}

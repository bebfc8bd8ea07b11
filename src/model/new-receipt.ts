/** Writes a decision down as a receipt. */
import { canonical } from './canonical.ts';
import type { Action, Decision } from './choice.ts';
import type { Config } from './config.ts';
import type { Notice } from './notice.ts';
import type { Hash, Receipt, ReceiptId } from './receipt.ts';
import { hashOf } from './sha256.ts';

/** A receipt's place in its browser's chain. */
export interface ChainLink {
  readonly consent_id: string;
  readonly seq: number;
  readonly prev: Hash | null;
}

/** Everything a receipt is made of. */
export interface NewReceiptInput {
  readonly id: string;
  readonly chain: ChainLink;
  /** Scheme and host of the page, nothing more. */
  readonly origin: string;
  /** Version of this product. */
  readonly sdk: string;
  /** True when the browser sends Global Privacy Control. */
  readonly gpc: boolean;
  readonly config: Config;
  readonly decision: Decision;
  readonly action: Action;
  readonly notice: Notice;
}

/** The receipt of one decision. Pure: the same input gives the same receipt. */
export function newReceipt(input: NewReceiptInput): Receipt {
  const { config, decision, notice } = input;
  const { choice, services } = decision;
  const { lang, layer } = notice;
  return {
    v: 1,
    type: 'samtycke.receipt',
    id: input.id as ReceiptId,
    ...input.chain,
    event: decision.event,
    action: input.action,
    at: choice.at,
    valid_until: choice.validUntil,
    site: input.origin,
    lang,
    jurisdiction: config.jurisdiction,
    config: { rev: config.policyVersion, hash: hashOf(canonical(config)) },
    notice: {
      hash: hashOf(canonical([...notice.strings, lang, layer])),
      layer,
      shown_at: notice.shownAt,
      path: notice.path,
    },
    ui: { sdk: input.sdk, form: layer ? 'banner' : 'none' },
    choices: decision.categories,
    ...(Object.keys(services).length > 0 && { services }),
    ...(input.gpc && { gpc: true }),
  };
}

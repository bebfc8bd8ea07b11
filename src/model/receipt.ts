/**
 * The consent receipt: a visitor's decision, written down so that the site can
 * prove it (GDPR 7(1)) and the visitor can hold it too. Format version 1.
 * It carries no personal data beyond a random pseudonym: never an address, a
 * user agent, a path, a referrer or an account.
 */
import type { Action, DecisionEvent, GrantState } from './choice.ts';

/** A hash as text: `sha256-` and 43 characters of base64url. */
export type Hash = `sha256-${string}`;

/** The id of one receipt: a UUID v4, the idempotency key of its delivery. */
export type ReceiptId = string & { readonly __brand: 'ReceiptId' };

/** One decision, as the endpoint keeps it and the visitor holds a copy of it. */
export interface Receipt {
  readonly v: 1;
  readonly type: 'samtycke.receipt';
  readonly id: ReceiptId;
  /** Groups one browser's receipts; first 16 bytes of SHA-256("samtycke-id" ‖ secret), in UUID shape. */
  readonly consent_id: string;
  /** Place in this browser's chain, from 1. */
  readonly seq: number;
  /** Hash of the canonical receipt before it, `null` for the first. */
  readonly prev: Hash | null;
  readonly event: DecisionEvent;
  readonly action: Action;
  /** RFC 3339 UTC with milliseconds, 24 characters: the browser's claim. */
  readonly at: string;
  readonly valid_until: string;
  /** Origin only: path and query can reveal health or politics. */
  readonly site: string;
  /** BCP 47, at most 16 characters. */
  readonly lang: string;
  /** ISO 3166-1, configured, never geolocated. */
  readonly jurisdiction: string;
  readonly config: { readonly rev: string; readonly hash: Hash };
  /** What was really shown: hash of the rendered strings in order. */
  readonly notice: {
    readonly hash: Hash;
    /** 1 = banner, 2 = settings, 0 = no layer of ours (API, embed stand-in). */
    readonly layer: number;
    readonly shown_at: string;
    readonly path: readonly string[];
  };
  readonly ui: { readonly sdk: string; readonly form: string };
  readonly choices: Readonly<Record<string, GrantState>>;
  /** Only where single services were answered apart from their category. */
  readonly services?: Readonly<Record<string, GrantState>>;
  /** Present and true when the browser sent Global Privacy Control (LAW 56). */
  readonly gpc?: true;
}

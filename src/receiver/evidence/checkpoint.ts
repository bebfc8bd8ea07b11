/**
 * The newest head as a text that anybody can keep and compare: a C2SP checkpoint
 * (https://c2sp.org/tlog-checkpoint), signed as a C2SP note (https://c2sp.org/signed-note).
 * The hash in it is the chained head, not one tree over everything: whoever keeps it
 * can have it looked for in the log (`samtycke verify --witness`).
 */

import type { Head } from './head-schema.ts';
import type { KeyRing, PublicKey } from './key-ring.ts';
import { digest } from './merkle.ts';

const ed25519 = Uint8Array.of(1); // the signature type in a note's key id

/** The name of a log in its checkpoints. */
export function originOf(log: string): string {
  return `samtycke/${log}`;
}

/** The signed checkpoint of a head. */
export async function newCheckpoint(head: Head, keys: KeyRing): Promise<string> {
  const name = originOf(head.log);
  const hash = Buffer.from(head.head, 'base64url').toString('base64');
  const text = `${name}\n${head.count}\n${hash}\ncommit ${head.n}\ntime ${head.time}\n`;
  const signature = Buffer.concat([
    noteKeyId(name, keys.keys.at(-1) as PublicKey),
    await keys.signText(text),
  ]);
  return `${text}\n\u2014 ${name} ${signature.toString('base64')}\n`;
}

/** What a checkpoint says; `undefined` when the text is none of ours. Its signature is not looked at: see `verifyLog`. */
export function parseCheckpoint(
  text: string,
): { readonly log: string; readonly n: number; readonly head: string } | undefined {
  const found = /^samtycke\/(\S+)\n\d+\n([A-Za-z0-9+/]{43}=)\ncommit (\d+)\n/.exec(text);
  if (!found) return undefined;
  const [, log, hash, n] = found as unknown as [string, string, string, string];
  return { log, n: Number(n), head: Buffer.from(hash, 'base64').toString('base64url') };
}

function noteKeyId(name: string, { x }: PublicKey): Uint8Array {
  return digest(name, '\n', ed25519, Buffer.from(x, 'base64url')).subarray(0, 4);
}

/** The bytes of a request's body, as they come. */

/** What node:http hands over; seen here as what is used of it, since this file must run without Node. */
interface Incoming {
  readonly complete: boolean;
  on(event: string, listener: (chunk: Uint8Array) => void): unknown;
  off(event: string, listener: (chunk: Uint8Array) => void): unknown;
  pause(): unknown;
}

/**
 * Reads a body; `undefined` when it has more than `most` bytes, of which no more are read. Rejects when it breaks off.
 * On Node the socket is read without a web stream between, which costs as much as all the checking of a receipt.
 */
export async function bodyBytes(
  request: Request,
  env: unknown,
  most: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array) => {
    size += chunk.byteLength;
    chunks.push(chunk);
    return size <= most;
  };
  const incoming = (env as { incoming?: Incoming } | undefined)?.incoming;
  if (incoming) await readIncoming(incoming, take);
  else for await (const chunk of request.body ?? []) if (!take(chunk)) break;
  if (size > most) return undefined;
  if (chunks.length === 1) return chunks[0];
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function readIncoming(incoming: Incoming, take: (chunk: Uint8Array) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      for (const [event, listener] of Object.entries(listeners)) incoming.off(event, listener);
      resolve();
    };
    const listeners: Record<string, (chunk: Uint8Array) => void> = {
      data(chunk) {
        if (take(chunk)) return;
        incoming.pause();
        finish();
      },
      end: finish,
      close() {
        if (incoming.complete) finish();
        else reject(new Error('the connection was closed'));
      },
    };
    // Stays: an error after the end is nobody's, and without a listener it would end the process.
    incoming.on('error', reject);
    for (const [event, listener] of Object.entries(listeners)) incoming.on(event, listener);
  });
}

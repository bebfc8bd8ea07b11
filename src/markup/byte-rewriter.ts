/** A rewriter of bytes: as Latin-1 each is one character, so that whatever is not edited stays as it was. */
import type { Rewriter } from './rewriter.ts';

export interface ByteRewriter {
  write(chunk: Uint8Array): Buffer;
  end(): Buffer;
}

export function createByteRewriter(rewriter: Rewriter): ByteRewriter {
  let isFirst = true;
  let isForeign = false;
  return {
    write(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      // A byte order mark of UTF-16 overrules what the header says.
      if (isFirst && bytes.length > 0) {
        isForeign = /^(\xfe\xff|\xff\xfe)/.test(bytes.toString('latin1', 0, 2));
        isFirst = false;
      }
      return isForeign ? bytes : Buffer.from(rewriter.write(bytes.toString('latin1')), 'latin1');
    },
    end: () => Buffer.from(rewriter.end(), 'latin1'),
  };
}

const mostDepth = 64; // a configuration needs 6; what walks the value after us is recursive

/**
 * Finds object keys that `JSON.parse` silently drops or that poison a prototype:
 * a duplicate keeps only its last value, so what was signed for and what was read
 * could differ (RFC 8785 forbids it too). `text` must be valid JSON already, which
 * is why a few lines can do it; packages that detect duplicates bring a second
 * JSON parser of their own.
 */
export function badKeyIn(text: string): { path: string; error: string } | undefined {
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;
  const open: { keys: Set<string>; key: string }[] = [];
  let lastString = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (open.length === mostDepth) return { path: '', error: 'it is nested too deeply' };
      open.push({ keys: new Set(), key: '' });
    } else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') lastString = token;
    else {
      const inner = open.at(-1) as { keys: Set<string>; key: string };
      // Decoded, so that "\u0061" counts as "a".
      inner.key = JSON.parse(lastString) as string;
      const path = () => open.flatMap(({ key }) => key || []).join('.');
      if (inner.keys.has(inner.key)) return { path: path(), error: 'the key stands there twice' };
      if (inner.key === '__proto__') return { path: path(), error: 'no such key is allowed' };
      inner.keys.add(inner.key);
    }
  }
  return undefined;
}

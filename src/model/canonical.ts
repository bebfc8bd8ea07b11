/**
 * The canonical form of JSON data by RFC 8785 (JCS): keys sorted by UTF-16 code
 * units, no white space, numbers and strings as ECMAScript writes them. It asks no
 * `toJSON`, which old libraries give to every array. What is no
 * I-JSON (NaN, a lone surrogate) is the caller's to keep out: the receiver's schema
 * refuses it, and a check here would be paid for on every page.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join()}}`;
  }
  return JSON.stringify(value);
}

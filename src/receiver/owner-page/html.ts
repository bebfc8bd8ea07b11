/** Markup that is safe to show. */
export interface Html {
  readonly markup: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup from a template; whatever is put in is text, unless it is markup of this kind itself, or a list of it. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  return { markup: parts.map((part, i) => (i > 0 ? written(values[i - 1]) : '') + part).join('') };
}

function written(value: string | number | Html | readonly Html[] | undefined): string {
  if (Array.isArray(value)) return value.map(written).join('');
  if (typeof value === 'object') return (value as Html).markup;
  return String(value).replace(/[&<>"']/g, (sign) => entities[sign] as string);
}

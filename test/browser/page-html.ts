/** The HTML of a test's page, as a site would write it. */
import type { ConfigInput } from '../../src/model/config.ts';

export interface PageOptions {
  /** After our tags in `<head>`. */
  readonly head?: string;
  /** Before our tags in `<head>`, e.g. the queue array. */
  readonly beforeScript?: string;
  readonly body?: string;
  /** Merged over the default; null leaves the block out, a string is put in as it is. */
  readonly config?: Partial<ConfigInput> | string | null;
  /** Attributes of our own `<script>`, e.g. `data-controller="…"`. A nonce and src are added. */
  readonly scriptAttributes?: string;
  /** Where our tags stand: first in `<head>` (default), last in `<body>`, or nowhere. */
  readonly script?: 'head' | 'body' | 'none';
  /** Takes the build that also holds what nobody has tagged, whatever the project's. */
  readonly guarded?: boolean;
  /** Default `sv`. */
  readonly lang?: string;
  /** Leaves the doctype out, as very old pages do: browsers lay them out in quirks mode. */
  readonly quirks?: boolean;
  /** `windows-1252` sends the page without any UTF-8 declaration. Default `utf-8`. */
  readonly charset?: 'utf-8' | 'windows-1252';
  /** The page is sent up to the next `partsEnd` only when the browser has asked for `/part-1`, `/part-2` … */
  readonly inParts?: boolean;
  /** More response headers of the page. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a part of a page ends, with `inParts`. */
export const partsEnd = '¦';

export interface PageContext {
  /** The path of the build under test. */
  readonly scriptPath: string;
  readonly nonce: string | undefined;
  readonly endpoint: string;
}

/** The whole document. */
export function pageHtml(options: PageOptions, context: PageContext): string {
  const ours = `${configBlock(options.config, context.endpoint)}
<script src="${context.scriptPath}" ${options.scriptAttributes ?? ''}></script>`;
  const place = options.script ?? 'head';
  const html = `${options.quirks ? '' : '<!doctype html>'}
<html lang="${options.lang ?? 'sv'}">
<head>
${options.charset === 'windows-1252' ? '' : '<meta charset="utf-8">'}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Solexempel</title>
${options.beforeScript ?? ''}
${place === 'head' ? ours : ''}
${options.head ?? ''}
</head>
<body>
${options.body ?? '<h1>Solceller för hela huset</h1>'}
${place === 'body' ? ours : ''}
</body>
</html>
`;
  return context.nonce ? withNonce(html, context.nonce) : html;
}

function configBlock(config: PageOptions['config'], endpoint: string): string {
  if (config === null) return '';
  const text =
    typeof config === 'string'
      ? config
      : JSON.stringify({
          controller: { name: 'Solexempel AB', email: 'integritet@solexempel.se' },
          policyUrl: '/integritet',
          endpoint,
          ...config,
        }).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="samtycke-config">${text}</script>`;
}

/** As a server with a nonce policy writes it: on every script, style and style sheet. */
function withNonce(html: string, nonce: string): string {
  return html.replace(/<(script|style|link)(?=[\s>])(?![^>]*\snonce=)/g, `<$1 nonce="${nonce}"`);
}

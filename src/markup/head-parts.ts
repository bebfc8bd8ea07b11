/** The product's own tags, as they are put first into `<head>`. */
import type { ConfigInput } from '../model/config.ts';
import type { WallOptions } from '../model/content-security-policy.ts';
import { type HeadParts, scriptId, wallId } from './head-inserter.ts';
import { escaped } from './held-styles.ts';
import { integrityOf, ownFile } from './own-files.ts';
import { wallReload } from './wall-reload.ts';

/** What to put first into `<head>`, each unless the page has it already. */
export interface HeadOptions extends WallOptions {
  /**
   * Where the head script is served, like `/samtycke/samtycke.js`; it is put in with its integrity,
   * and the configuration block before it. Default: the page has both already.
   */
  readonly script?: string;
  /** Puts the head script itself in instead of a tag that fetches it; `script` then says where its parts are. Default `false`. */
  readonly inline?: boolean;
  /**
   * Puts a policy that forbids nothing before the head script, which keeps Chromium from fetching ahead of
   * it. Costs the page that speed; Firefox and WebKit are not impressed. Default `false`.
   */
  readonly calm?: boolean;
  /**
   * `'header'` says that pages are sent with the wall: puts in what reloads them when it opens. The middleware sends
   * the wall too; for a built site `samtycke wall` writes it as a recipe. `'page'` puts in a script that builds the
   * wall in the page itself, from beside `script`: where no header can be sent. Default: no wall.
   */
  readonly wall?: 'header' | 'page';
}

/** Chromium does not fetch ahead in a page that has a policy in its markup (crbug 40269241, seen in 156). */
export const calmLine = '<meta http-equiv="Content-Security-Policy" content="base-uri *">';

const wallFile = 'samtycke.wall.js';

/** The parts in ASCII, so that they fit into a page of any encoding. */
export function headParts(
  config: ConfigInput,
  { script, inline = false, calm = false, wall, allow = [] }: HeadOptions,
  nonce?: string,
): HeadParts {
  const nonceText = nonce ? ` nonce="${escaped(nonce)}"` : '';
  const tag = inline ? inlineScript : scriptTag;
  if (wall === 'page' && !script) {
    throw new TypeError(
      `wall: 'page' needs to know where our files are served: write script: '/samtycke/samtycke.js'.`,
    );
  }
  return {
    ...(calm && { calm: calmLine }),
    ...(script && {
      config: `<script type="application/json" id="samtycke-config">${jsonFor(config)}</script>`,
      script: tag(script, fileOf(script), nonceText),
    }),
    ...(script &&
      wall === 'page' && {
        wall: tag(
          script.replace(/[^/?#]*([?#].*)?$/, wallFile),
          wallFile,
          `${allow.length > 0 ? ` data-allow="${escaped(allow.join(' '))}"` : ''}${nonceText}`,
        ),
      }),
    ...(wall === 'header' && { reload: wallReload(config.cookie?.name ?? 'samtycke', nonce) }),
  };
}

function fileOf(script: string): string {
  return script.replace(/[?#].*$/, '').replace(/^.*\//, '');
}

function scriptTag(script: string, name: string, attributes: string): string {
  const integrity = integrityOf(name);
  // Of another origin the browser checks only what it was allowed to read.
  const crossOrigin = /^(\w+:)?\/\//.test(script) ? ' crossorigin="anonymous"' : '';
  const pinned = integrity ? ` integrity="${integrity}"${crossOrigin}` : '';
  return `<script src="${escaped(script)}"${pinned}${attributes}></script>`;
}

/** The script looks for its parts beside its own address, which an inline one has not: so it is told one. */
function inlineScript(script: string, name: string, attributes: string): string {
  const file = integrityOf(name) ? name : 'samtycke.js';
  const code = ownFile(file)
    .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '')
    .replace(/<(?=\/script|!--|script)/gi, '\\x3c');
  const address = `Object.defineProperty(document.currentScript,"src",{value:new URL(${jsonFor(script)},document.baseURI).href});`;
  return `<script id="${name === wallFile ? wallId : scriptId}"${attributes}>${address}${code}</script>`;
}

/** JSON that ends no script and needs no encoding. */
function jsonFor(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

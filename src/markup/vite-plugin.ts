/**
 * `samtycke/vite`: tags declared services in the pages that a build makes, with Vite or Rollup.
 */
import type { ConfigInput } from '../model/config.ts';
import { parseConfig } from '../model/parse-config.ts';
import { fullRules } from '../services/full-rules.ts';
import { type HeadOptions, headParts } from './head-parts.ts';
import { tagHtml } from './rewriter.ts';

export type { HeadOptions } from './head-parts.ts';

/** What the plugin is told. */
export interface PluginOptions extends HeadOptions {
  /** The site's configuration, as its pages have it. */
  readonly config: ConfigInput;
  /** Where the site is served, like `https://www.exempel.se/`, to resolve relative addresses. Default: they belong to no service. */
  readonly site?: string;
}

interface Asset {
  readonly type: string;
  readonly fileName: string;
  source?: string | Uint8Array;
}

/** The part of Vite's and Rollup's plugins that this one is. */
export interface SamtyckePlugin {
  readonly name: 'samtycke';
  readonly transformIndexHtml: {
    readonly order: 'post';
    handler(html: string, context: { readonly path: string }): string;
  };
  readonly generateBundle: {
    readonly order: 'post';
    handler(options: unknown, bundle: Record<string, unknown>): void;
  };
}

/**
 * The plugin: pages are tagged when they are served in development and when they are built; files that other
 * plugins emit as `.html` too. A second time changes nothing.
 * @throws {ConfigError} when the configuration is not valid.
 * @example export default defineConfig({ plugins: [samtycke({ config, script: '/samtycke/samtycke.js' })] });
 */
export function samtycke(options: PluginOptions): SamtyckePlugin {
  const config = parseConfig(options.config, fullRules);
  const tag = (html: string, path: string) =>
    tagHtml(html, {
      config,
      head: headParts(options.config, options),
      ...(options.site && { pageUrl: new URL(path.replace(/^\//, ''), options.site).href }),
    }).html;
  return {
    name: 'samtycke',
    // After Vite and other plugins have put their tags in.
    transformIndexHtml: { order: 'post', handler: (html, { path }) => tag(html, path) },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle) as Asset[]) {
          if (file.type !== 'asset' || !/\.html?$/i.test(file.fileName) || !file.source) continue;
          const text =
            typeof file.source === 'string'
              ? file.source
              : Buffer.from(file.source).toString('utf8');
          file.source = tag(text, file.fileName);
        }
      },
    },
  };
}

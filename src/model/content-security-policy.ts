/** The wall: a policy that lets a page reach its own site, what the owner allows, and what the visitor accepted. */
import type { Choice } from './choice.ts';
import type { Config } from './config.ts';
import { permitsService } from './permission.ts';
import type { Service } from './service.ts';

/** Every runtime that we know has it; this folder is compiled without the types of any. */
declare const URL: {
  new (
    url: string,
  ): {
    readonly host: string;
    readonly hostname: string;
    readonly origin: string;
    readonly pathname: string;
  };
  canParse(url: string): boolean;
};

/** What the wall lets through. */
export interface WallOptions {
  /**
   * Hosts that every page needs, subdomains included: your own CDN, fonts, payments; `example.com/path` narrows
   * to a path. Default: none.
   */
  readonly allow?: readonly string[];
}

/**
 * The policy as the value of a `Content-Security-Policy` header, for a visitor with `choice`. To be sent as a
 * header of its own: browsers hold a page to every policy, so the site's own is never weakened by it.
 */
export function contentSecurityPolicy(
  config: Config,
  choice: Choice | undefined,
  options: WallOptions = {},
): string {
  return policyText(asText(allowedSources(config, choice, options)));
}

/** The places that a visitor with `choice` may be sent to, besides the site itself. */
export function allowedSources(
  config: Config,
  choice: Choice | undefined,
  options: WallOptions,
): readonly string[] {
  const accepted = config.services.filter((service) => permitsService(choice, service));
  return [...alwaysAllowed(config, options), ...accepted.flatMap(sourcesOf)];
}

/** Sources as `policyText` takes them. */
export function asText(sources: Iterable<string>): string {
  return [...sources].map((source) => ` ${source}`).join('');
}

/**
 * `sources` are more places to allow, each with a space before it. Inline code and `data:` are for the site's own
 * policy to forbid: this one is about who is contacted.
 */
export function policyText(sources: string): string {
  return `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:${sources}; form-action 'self'${sources}`;
}

/** The sources that need no choice: the owner's list, and where receipts go. */
export function alwaysAllowed(
  { endpoint }: Pick<Config, 'endpoint'>,
  { allow = [] }: WallOptions,
): readonly string[] {
  const sources = allow.flatMap(hostSources);
  if (/^https?:/.test(endpoint)) sources.push(new URL(endpoint).origin);
  return [...new Set(sources)];
}

/** Where a service is reached, as sources of a policy. */
export function sourcesOf({ hosts = [] }: Service): readonly string[] {
  return [...new Set(hosts.flatMap(hostSources))];
}

/** `example.com/tr` → the host and its subdomains, by http(s) and WebSocket; the path itself and what is below it. */
function hostSources(entry: string): readonly string[] {
  const text = entry.replace(/^(\w*:?\/\/)?(\*?\.)?/, '');
  if (!URL.canParse(`https://${text}`)) return [];
  const { host, hostname, pathname } = new URL(`https://${text}`);
  // An address has no subdomains; what ends in a slash means all below.
  const names = /^[\d.]+$|^\[/.test(hostname) ? [host] : [host, `*.${host}`];
  const path = pathname.replace(/[;,]/g, (letter) => encodeURIComponent(letter)).replace(/\/$/, '');
  const paths = path ? [path, `${path}/`] : [''];
  const reached = names.flatMap((name) => paths.map((one) => name + one));
  return path ? reached : [...reached, ...names.map((name) => `wss://${name}`)];
}

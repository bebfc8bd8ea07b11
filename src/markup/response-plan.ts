/** What a server's answer must become: the one decision behind all middleware. */
import type { Config, ConfigInput } from '../model/config.ts';
import { contentSecurityPolicy, type WallOptions } from '../model/content-security-policy.ts';
import { parseConfig } from '../model/parse-config.ts';
import { fullRules } from '../services/full-rules.ts';
import { choiceHeaders, choiceOfRequest, type RequestHeader } from './choice-of-request.ts';
import { createDeclaredServices } from './declared-services.ts';
import { type HeadOptions, headParts } from './head-parts.ts';
import { withoutHints } from './link-header.ts';
import { createRewriter, type Rewriter } from './rewriter.ts';

/** What the middleware is told. */
export interface MiddlewareOptions extends HeadOptions {
  /** The site's configuration, as its pages have it. */
  readonly config: ConfigInput;
}

/** An answer before it is changed. */
export interface Answer {
  readonly url: string;
  readonly method: string;
  readonly requestHeader: RequestHeader;
  readonly status: number;
  /** A header of the answer by its lower-case name. */
  header(name: string): string | undefined;
}

export interface ResponsePlan {
  /** Headers to be replaced; `undefined` takes one away. */
  readonly set: Readonly<Record<string, string | undefined>>;
  /** Headers to be sent beside those of the same name. */
  readonly append: Readonly<Record<string, string>>;
  /** Rewrites the body: bytes as Latin-1, one character each. Absent: it is passed on. */
  readonly rewriter?: Rewriter;
}

/** Headers that tell of a body that is not sent as it was. */
const aboutTheBody = [
  'content-length',
  'etag',
  'last-modified',
  'accept-ranges',
  'content-md5',
  'digest',
];

/** Request headers by which a browser would keep a page that was stored before it was tagged. */
export const conditions = ['if-none-match', 'if-modified-since', 'if-range', 'range'];

/** Documents, and scripts: a worker obeys the policy of its own file. */
const obeysPolicy =
  /^(text\/html|application\/xhtml\+xml|(text|application)\/xml|image\/svg\+xml|(text|application)\/(javascript|ecmascript|x-javascript))\b/i;
/** ASCII in them is not ASCII: what is between the tags could look like one. */
const otherEncodings = /charset\s*=\s*"?(utf-16|utf-32|iso-2022|hz-|utf-7)/i;

/** Reads the options once; the result plans each answer. `now` is in milliseconds since 1970. */
export function createPlanner(
  options: MiddlewareOptions,
  now: () => number = Date.now,
): (answer: Answer) => ResponsePlan {
  const config = parseConfig(options.config, fullRules);
  const wall = options.wall === 'header' && {
    allow: [...(options.allow ?? []), ...hostOf(options.script)],
  };
  return (answer) => plan(answer, config, options, wall, now());
}

function hostOf(script: string | undefined): string[] {
  return script && /^(https?:)?\/\//.test(script)
    ? [new URL(script, 'https://page.invalid').host]
    : [];
}

function plan(
  answer: Answer,
  config: Config,
  options: MiddlewareOptions,
  wall: WallOptions | false,
  now: number,
): ResponsePlan {
  const type = answer.header('content-type') ?? '';
  const set: Record<string, string | undefined> = {};
  const append: Record<string, string> = {};
  const choice = choiceOfRequest(answer.requestHeader, config, now);
  if (wall && obeysPolicy.test(type)) {
    append['content-security-policy'] = contentSecurityPolicy(config, choice, wall);
    append.vary = choiceHeaders;
  }
  if (!/^text\/html\b/i.test(type)) return { set, append };
  const declared = createDeclaredServices(config, answer.url);
  const links = answer.header('link');
  if (links) set.link = withoutHints(links, declared);
  if (!canBeRewritten(answer, type)) return { set, append };
  for (const name of aboutTheBody) set[name] = undefined;
  if (answer.method === 'HEAD') return { set, append };
  const nonce = /'nonce-([^']+)'/.exec(answer.header('content-security-policy') ?? '')?.[1];
  const head = headParts(options.config, options, nonce);
  const rewriter = createRewriter({
    config,
    pageUrl: answer.url,
    source: 'bytes',
    head,
    ...(nonce && { nonce }),
  });
  return { set, append, rewriter };
}

function canBeRewritten({ status, url, header }: Answer, type: string): boolean {
  if (status === 206 || status === 204 || status === 304 || otherEncodings.test(type)) return false;
  const encoding = header('content-encoding') ?? 'identity';
  if (encoding === 'identity') return true;
  console.warn(
    `samtycke: ${url} is compressed (${encoding}) before it can be tagged and goes out untagged. Let samtycke's middleware come after the one that compresses, so that it sees the page first.`,
  );
  return false;
}

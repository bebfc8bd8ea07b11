/**
 * The wall that a page builds for itself, where no header can be sent: a policy put into `<head>` by
 * script. It holds whatever reaches the parser or is asked for afterwards. A policy cannot be loosened
 * in an open page, so what is accepted later needs a reload; it can be tightened, by one more.
 */
import { type Choice, isChoiceInForce } from '../model/choice.ts';
import type { Config } from '../model/config.ts';
import {
  allowedSources,
  alwaysAllowed,
  asText,
  policyText,
} from '../model/content-security-policy.ts';
import { underObjection } from '../model/under-objection.ts';
import { browserSaysNo } from '../page/browser-says-no.ts';
import type { Page } from '../page/page.ts';
import { readChoice } from '../storage/read-choice.ts';

export interface PageWallOptions {
  readonly page: Page;
  /** With the hosts of known services; absent when it cannot be used: then nothing is accepted either. */
  readonly config: Config | undefined;
  /** Hosts that every page needs. */
  readonly allow: readonly string[];
  /** More is accepted than this page can open to, or no longer. */
  onShut(isShut: boolean): void;
}

/** Builds it at once, and follows the choice. */
export function buildPageWall({ page, config, allow, onShut }: PageWallOptions): void {
  const { document } = page;

  const choice = (): Choice | undefined => {
    const stored = config && readChoice(page, config.cookieName);
    return stored && isChoiceInForce(stored, config, page.now())
      ? underObjection(stored, browserSaysNo(page))
      : undefined;
  };
  const sources = () =>
    new Set(
      config
        ? allowedSources(config, choice(), { allow })
        : alwaysAllowed({ endpoint: '' }, { allow }),
    );

  /** What every policy in this page lets through. */
  let open = sources();
  const build = () => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = policyText(asText(open));
    document.head.prepend(meta);
  };
  build();

  document.addEventListener('samtycke:choice', () => {
    // As the next page will read it: where no cookie is kept, a reload would change nothing.
    const wanted = sources();
    const kept = new Set([...open].filter((source) => wanted.has(source)));
    if (kept.size < open.size) {
      open = kept;
      build();
    }
    onShut(wanted.size > open.size);
  });
}

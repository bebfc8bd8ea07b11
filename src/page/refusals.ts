/** What a Content-Security-Policy has refused in this page: between the wall's script, which listens, and who explains. */
import type { Page } from './page.ts';

export interface Refusal {
  /** What was asked for; browsers leave out its path when it is of another site and was redirected. */
  readonly url: string;
  /** `img-src`, `connect-src` … */
  readonly directive: string;
  /** The whole policy that refused it, ours or the site's. */
  readonly policy: string;
}

const mostRefusals = 500; // a page that tries again every second is told apart by then

interface WithRefusals {
  samtyckeRefusals?: Refusal[];
}

/** Notes what is refused from now on. */
export function noteRefusals({ document, window }: Page): void {
  const refusals: Refusal[] = [];
  (window as unknown as WithRefusals).samtyckeRefusals = refusals;
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI: url, effectiveDirective: directive, originalPolicy: policy }) => {
      if (refusals.length < mostRefusals) refusals.push({ url, directive, policy });
    },
  );
}

/** What has been noted; `undefined` when nobody has listened. */
export function notedRefusals({ window }: Page): readonly Refusal[] | undefined {
  return (window as unknown as WithRefusals).samtyckeRefusals;
}

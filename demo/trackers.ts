/**
 * The tags of the site's trackers, as its developer would write them: the vendors' own builds,
 * held back by `type="text/plain"` until the category is accepted.
 */
import { html, raw } from 'hono/html';
import { posthogKey } from './companies/posthog.ts';
import { companyHost } from './hosts.ts';

/** All tracker tags, for the end of `<head>`. */
export function trackerTags(siteHost: string, nonce: string) {
  const posthog = `//${companyHost('posthog', siteHost)}`;
  const clarity = `//${companyHost('clarity', siteHost)}`;
  const solannons = `//${companyHost('solannons', siteHost)}`;
  return html`
    <script nonce="${nonce}" type="text/plain" data-category="statistics" data-service="posthog" data-src="${posthog}/static/array.js"></script>
    <script nonce="${nonce}" type="text/plain" data-category="statistics" data-service="posthog">${raw(posthogStart(posthog))}</script>
    <script nonce="${nonce}" type="text/plain" data-category="statistics" data-service="clarity" data-src="${clarity}/clarity.js"></script>
    <script nonce="${nonce}" type="text/plain" data-category="statistics" data-service="clarity">${raw(clarityStart(clarity))}</script>
    <script nonce="${nonce}" type="text/plain" data-category="marketing" data-service="solannons" data-src="${solannons}/annons.js" async></script>`;
}

/**
 * PostHog has no call that silences it without storing a note about that. Dropping its events
 * (`before_send`) and keeping its memory in the page (`persistence`) stop it without a trace.
 */
const posthogStart = (host: string) => `
      posthog.init('${posthogKey}', {
        api_host: location.protocol + '${host}',
        defaults: '2025-05-24',
        disable_surveys: true,
        opt_out_useragent_filter: true, // counts automated browsers too, so that the demo can be tested
        before_send: function (event) { return samtycke.allows('posthog') ? event : null; }
      });
      samtycke.on('change', function () {
        posthog.set_config({ persistence: samtycke.allows('posthog') ? 'localStorage+cookie' : 'memory' });
      });
    `;

/**
 * Clarity's `stop` sends a last report, which after a withdrawal is one too many. Its API takes
 * a function for `upload`: the site sends, and drops what comes after a no.
 */
const clarityStart = (host: string) => `
      (function () {
        var settings = {
          projectId: 'solexempel',
          upload: function (payload) {
            if (!samtycke.allows('clarity')) return;
            fetch('${host}/collect', { method: 'POST', mode: 'no-cors', body: payload, keepalive: payload.length < 60000 });
          }
        };
        clarity('start', settings);
        samtycke.on('change', function () {
          var runs = Boolean(clarity.v);
          if (runs && !samtycke.allows('clarity')) clarity('stop');
          if (!runs && samtycke.allows('clarity')) clarity('start', settings);
        });
      })();
    `;

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSnippetRules } from '../../src/model/snippet-rules.ts';
import { fullRules } from '../../src/services/full-rules.ts';

const known = createSnippetRules(Object.values(fullRules));
const idsOf = (code: string) => known.servicesOf(code).map(({ id }) => id);

describe('a vendor’s snippet', () => {
  it.each([
    ['google-analytics', `function gtag(){dataLayer.push(arguments)} gtag('config', 'G-1');`],
    ['google-analytics', `gtag("config","G-1")`],
    ['google-analytics', `(function(i,s,o){i['GoogleAnalyticsObject']=r})(window)`],
    ['meta-pixel', `t.src=v})(window,'https://connect.facebook.net/en_US/fbevents.js')`],
    ['meta-pixel', `fbq('init', '1'); fbq('track', 'PageView');`],
    ['clarity', `t.src="https://www.clarity.ms/tag/"+i;`],
    ['matomo', `_paq.push(['setTrackerUrl', u+'matomo.php']);`],
    ['posthog', `posthog.init('phc_1', { api_host: 'https://eu.i.posthog.com' })`],
    ['google-maps', `(g=>{var h,a,k,p="The Google Maps JavaScript API",c="google"})({key:"1"})`],
    ['youtube', `tag.src = "https://www.youtube.com/iframe_api";`],
  ])('of %s is known as its own', (id, code) => {
    expect(idsOf(code)).toEqual([id]);
  });

  it.each([
    'gtag("event", "purchase")', // a call of the site's own
    "gtag('config', 'AW-1')", // another product of Google
    "fbq('track', 'Lead')",
    "_paq.push(['trackEvent', 'a'])",
    'location.href = "https://www.youtube.com/watch?v=1"',
    '',
  ])('is not %s', (code) => {
    expect(idsOf(code)).toEqual([]);
  });
});

it('may be one of several in a script', () => {
  expect(idsOf("fbq('init', '1'); posthog.init('2')")).toEqual(['meta-pixel', 'posthog']);
});

it('counts a text as it stands, whatever characters it has', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (snippets, code) => {
      const found = createSnippetRules([{ snippets }]).servicesOf(code);
      expect(found.length > 0).toBe(snippets.some((text) => text !== '' && code.includes(text)));
    }),
  );
});

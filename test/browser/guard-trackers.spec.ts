/**
 * Real trackers, as npm ships their browser builds, embedded untagged with their vendors' own snippets
 * (only the hosts are ours): nothing leaves and nothing is stored before a yes, and all of them work after it.
 */
import { readFile } from 'node:fs/promises';
import type { Service } from '../../src/model/service.ts';
import { scriptPaths } from './built-files.ts';
import { expect, test } from './fixtures.ts';
import { declaredConfig, servePage } from './served-page.ts';
import type { Site } from './site.ts';

interface Vendor {
  readonly service: Service;
  /** A file of an npm package. */
  readonly file: string;
  /** The snippet of the vendor's documentation; `$HOST` is `//host:port`. */
  readonly snippet: string;
  /** Where it sends what it has seen. */
  readonly collects: RegExp;
  /** What it then has in the browser. */
  readonly stores: RegExp;
  /** Its snippet has an address in the markup, which browsers fetch before any script can act. */
  readonly inMarkup?: true;
}

const vendors: Readonly<Record<string, Vendor>> = {
  posthog: {
    service: { id: 'posthog', category: 'statistics', hosts: ['posthog.localhost'] },
    file: 'posthog-js/dist/array.js',
    // The loader is shortened to what it does: a stub that keeps calls, and a script before the first one.
    snippet: `<script>!function(t,e){var p,r;e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){
      p=t.createElement("script");p.type="text/javascript";p.crossOrigin="anonymous";p.async=!0;p.src=s.api_host+"/static/array.js";
      (r=t.getElementsByTagName("script")[0]).parentNode.insertBefore(p,r);var u=e;a="posthog";u.people=u.people||[];
      "capture identify register".split(" ").forEach(function(n){u[n]=function(){u.push([n].concat(Array.prototype.slice.call(arguments,0)))}});
      e._i.push([i,s,a])},e.__SV=1)}(document,window.posthog||[]);
      posthog.init('phc_test', { api_host: location.protocol + '$HOST', opt_out_useragent_filter: true, disable_surveys: true, defaults: '2025-05-24' })</script>`,
    collects: /^posthog\.localhost\/(e|i\/v0\/e)\//,
    stores: /^ph_phc_test_posthog$/,
  },
  clarity: {
    service: {
      id: 'clarity',
      category: 'statistics',
      hosts: ['clarity.localhost'],
      snippets: ['"clarity", "script"'],
    },
    file: 'clarity-js/build/clarity.min.js',
    snippet: `<script type="text/javascript">(function(c,l,a,r,i,t,y){
      c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};
      t=l.createElement(r);t.async=1;t.src="$HOST/tag/"+i;
      y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);
      })(window, document, "clarity", "script", "abcdefghij");
      clarity('start', { projectId: 'abcdefghij', upload: location.protocol + '$HOST/collect', track: true, content: true });</script>`,
    collects: /^clarity\.localhost\/collect/,
    stores: /^_cl(ck|sk|tk)$/,
  },
  insights: {
    service: {
      id: 'insights',
      category: 'statistics',
      hosts: ['insights.localhost', 'js.monitor.azure.com'],
      storage: [
        { name: 'ai_user' },
        { name: 'ai_session' },
        { name: 'AI_*', kind: 'session' },
        { name: 'AI_*', kind: 'local' },
      ],
    },
    file: '@microsoft/applicationinsights-web/browser/es5/ai.3.gbl.min.js',
    snippet: `<script src="$HOST/ai.js"></script><script>
      (function () { function start() { var insights = new Microsoft.ApplicationInsights.ApplicationInsights({ config: {
        connectionString: 'InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=' + location.protocol + '$HOST/',
        maxBatchInterval: 0, disableCookiesUsage: false } }); insights.loadAppInsights(); insights.trackPageView(); insights.flush(); }
        var first = document.querySelector('script[src$="ai.js"]');
        if (window.Microsoft) start(); else first.addEventListener('load', start); })();</script>`,
    collects: /^insights\.localhost\/+v2/,
    stores: /^ai_(user|session)$/,
    inMarkup: true,
  },
  snowplow: {
    service: {
      id: 'snowplow',
      category: 'marketing',
      hosts: ['snowplow.localhost'],
      snippets: ['snowplowBrowserTracking.newTracker('],
      storage: [
        { name: '_sp_id.*' },
        { name: '_sp_ses.*' },
        { name: 'snowplowOutQueue_*', kind: 'local' },
      ],
    },
    file: '@snowplow/browser-tracker/dist/index.umd.min.js',
    snippet: `<script src="$HOST/sp.js"></script><script>
      snowplowBrowserTracking.newTracker('sp1', location.protocol + '$HOST', { appId: 'test', bufferSize: 1 });
      snowplowBrowserTracking.trackPageView();</script>`,
    collects: /^snowplow\.localhost\/com\.snowplowanalytics/,
    stores: /^_sp_(id|ses)\./,
    inMarkup: true,
  },
};

/** The vendor's server has its script; answers the server's `host:port`. */
async function serveVendor(site: Site, name: string, file: string): Promise<string> {
  const script = await readFile(`node_modules/${file}`, 'utf8');
  const isFile = /\.localhost\/(tag|static\/array|ai\.js|sp\.js)/;
  site.respond(`${name}.localhost`, ({ host, path }) =>
    isFile.test(host + path)
      ? {
          headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
          body: script.replace(/\/\/# sourceMappingURL=.*/, ''),
        }
      : undefined,
  );
  // Trackers try out for which domains they may write cookies; Firefox says so each time.
  site.expectProblems(/invalid domain|monitor\.azure|Same Origin/);
  return `${name}.localhost:${new URL(site.tracker).port}`;
}

for (const [name, vendor] of Object.entries(vendors)) {
  const { service, file, snippet, collects, stores, inMarkup } = vendor;
  test(`${name}, embedded as its vendor says, waits for a yes and works after it`, {
    tag: ['@once'],
  }, async ({ site, page }) => {
    const head = snippet.replaceAll('$HOST', `//${await serveVendor(site, name, file)}`);
    const config = { services: [service] };
    const sent = () => site.arrived(collects).length;
    const inBrowser = async () =>
      [...(await site.cookies()), ...(await site.storage())].filter((key) => stores.test(key));

    // Elsewhere: what the tracker writes as it leaves the page must not be found on the next one.
    await site.open({ path: '/control', host: 'butik.solexempel.localhost', script: 'none', head });
    await expect.poll(sent, { message: 'sent without the guard' }).toBeGreaterThan(0);
    await expect.poll(inBrowser).not.toEqual([]);
    await page.goto('about:blank');
    await page.context().clearCookies();

    await site.open({
      guarded: true,
      config,
      path: '/held',
      head,
      beforeScript: '<meta name="x">',
    });
    await site.settled();
    const before = sent();
    // The parser fetches what stands in the markup with an address, before any script can act.
    const arrived = () =>
      site.arrived(`${name}.localhost`).filter(({ path }) => !/^\/(ai|sp)\.js/.test(path)).length;
    const arrivedBefore = arrived();
    await page.mouse.move(50, 50);
    await page.mouse.click(60, 60);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await site.settled();
    expect(arrived()).toBe(arrivedBefore);
    expect(await inBrowser()).toEqual([]);
    expect(await site.cookies()).toEqual([]);

    await site.accept();
    await expect.poll(sent, { message: 'sent after the yes' }).toBeGreaterThan(before);
    await expect.poll(inBrowser).not.toEqual([]);
  });
  for (const wall of inMarkup ? ([undefined, 'header'] as const) : []) {
    const rings = wall ? 'the wall' : 'the rewriter';
    test(`${name}, embedded as its vendor says, is not even fetched before a yes behind ${rings}`, {
      tag: ['@once'],
    }, async ({ site, page }) => {
      const host = await serveVendor(site, name, file);
      // From the yes to the reload the old policy still holds, and the inline snippet misses its library.
      site.expectProblems(
        /Content.Security.Policy|violates|snowplowBrowserTracking is not defined/i,
      );
      const html = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>x</title>
${snippet.replaceAll('$HOST', `//${host}`)}</head><body><h1>x</h1></body></html>`;
      // A policy names ports.
      const config = { ...declaredConfig(site), services: [{ ...service, hosts: [host] }] };
      await page.goto(
        servePage(site, { html }, { config, script: scriptPaths.guard, ...(wall && { wall }) }),
      );
      await expect(site.banner).toBeVisible();
      await page.mouse.click(60, 60);
      await site.settled();
      expect(site.arrived(`${name}.localhost`)).toEqual([]);
      expect([...(await site.cookies()), ...(await site.storage())]).toEqual([]);

      await site.accept();
      await expect.poll(() => site.arrived(collects).length).toBeGreaterThan(0);
      await expect
        .poll(async () => (await site.cookies()).filter((key) => stores.test(key)))
        .not.toEqual([]);
    });
  }
}

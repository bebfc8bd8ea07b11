/**
 * Rings 1 and 3: pages that nobody has prepared, sent by a server with the middleware. Each claim about silence
 * has a control run that shows that the same page is not silent without it.
 */

import { clarity } from '../../demo/companies/clarity.ts';
import { posthog, posthogKey } from '../../demo/companies/posthog.ts';
import { expect, test } from './fixtures.ts';
import { expectRan, fromPage, note } from './gate-page.ts';
import { kinds } from './markup-kinds.ts';
import { noteOutcomes } from './outcomes.ts';
import { declaredConfig, type ServedPage, servePage } from './served-page.ts';
import type { Site } from './site.ts';

const plugins = (tracker: string): Readonly<Record<string, string>> => ({
  '/object.html': `<object type="text/html" data="${tracker}/object.html"></object>`,
  '/embed.html': `<embed type="text/html" src="${tracker}/embed.html">`,
});

const document = (site: Site, ...more: readonly string[]) => `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Solexempel</title><script src="/own.js"></script></head>
<body><h1>Sol</h1><noscript><img src="${site.tracker}/noscript.gif"></noscript>
${Object.values(kinds(site.tracker)).join('\n')}
${more.join('\n')}
<img src="/own.gif" alt=""></body></html>`;

const paths = (site: Site) =>
  [...new Set(site.arrived(fromPage).map(({ path }) => path.replace(/\?.*/, '')))].sort();

test.describe('markup that nobody has prepared', { tag: '@once' }, () => {
  test('contacts the tracker in every way when nothing tags it', async ({ site, page }) => {
    await page.goto(servePage(site, { html: document(site) }));
    await expect.poll(() => paths(site)).toEqual(Object.keys(kinds('')).sort());
    expect(await site.cookies()).toEqual(['sol']);
  });

  test('contacts nobody before a yes when the middleware has tagged it, and all once after it', async ({
    site,
    page,
  }) => {
    await page.goto(servePage(site, { html: document(site) }, {}));
    await site.settled();
    await expectRan(page, '/own.js');
    expect(site.arrived('/own.gif')).toHaveLength(1);
    expect(paths(site)).toEqual([]);
    expect(await site.cookies()).toEqual([]);

    await site.accept();
    await expect.poll(() => paths(site)).toEqual(Object.keys(kinds('')).sort());
    noteOutcomes('rewriter', { names: Object.keys(kinds('')), before: [], after: paths(site) });
    // In the order of the page, those that wait for nobody aside.
    const order = () =>
      page.evaluate(() =>
        (window as unknown as { ran: string[] }).ran.filter((name) => name !== '/async.js'),
      );
    // A script has arrived before it has run.
    await expect
      .poll(order)
      .toEqual(['/own.js', '/head.js', 'inline', '/defer.js', '/module.js', '/imported.js']);
    await site.settled();
    for (const path of [
      '/head.js',
      '/inline.gif',
      '/async.js',
      '/module.js',
      '/style.css',
      '/frame.html',
    ]) {
      expect(site.arrived(path), path).toHaveLength(1);
    }
    expect(await site.cookies()).toEqual(['samtycke', 'sol']);
  });

  test('holds plug-ins too', async ({ site, page }) => {
    const html = `<!doctype html><body>${Object.values(plugins(site.tracker)).join('')}`;
    await page.goto(servePage(site, { html }));
    await expect.poll(() => paths(site)).toEqual(['/embed.html', '/object.html']);
    const address = servePage(site, { html }, {});
    await page.goto(address);
    await site.settled();
    // On another page: Firefox's driver waits without end for navigations inside a plug-in after a click.
    await site.open();
    await site.accept();
    expect(paths(site)).toHaveLength(2);
    expect(site.arrived(fromPage)).toHaveLength(2);
    await page.goto(address);
    await expect.poll(() => site.arrived(fromPage)).toHaveLength(4);
  });

  test('takes style sheets and pictures away again when the visitor withdraws', async ({
    site,
    page,
  }) => {
    const html = `<!doctype html><body><p id="a" style="background-image: url('${site.tracker}/a.png')">a</p>`;
    await page.goto(servePage(site, { html }, {}));
    const background = () =>
      page.locator('#a').evaluate((one) => getComputedStyle(one).backgroundImage);
    expect(await background()).toBe('none');
    await site.accept();
    await expect.poll(background).toBe(`url("${site.tracker}/a.png")`);
    await site.withdraw();
    await expect.poll(background).toBe('none');
  });

  test('runs the head script inline, and finds its other files', async ({ site, page }) => {
    const html = `<!doctype html><body><script src="${site.tracker}/a.js"></script>`;
    await page.goto(servePage(site, { html }, { inline: true }));
    await site.settled();
    expect(paths(site)).toEqual([]);
    await site.accept();
    await expectRan(page, '/a.js');
  });
});

test.describe("real trackers with their vendors' code, untagged", { tag: '@once' }, () => {
  const hosts = ['posthog', 'clarity'] as const;
  const host = (site: Site, name: string) => new URL(site.tracker).host.replace('tracker', name);
  const companies = { posthog, clarity };

  function trackedPage(site: Site): ServedPage {
    for (const name of hosts) {
      site.respond(`${name}.localhost/`, async ({ method, headers, path, body }) => {
        const response = await companies[name].app.request(`http://${headers.host}${path}`, {
          method,
          ...(method === 'POST' ? { body } : {}),
        });
        const isPreflight = method === 'OPTIONS';
        return {
          status: isPreflight ? 204 : response.status,
          headers: {
            'content-type': response.headers.get('content-type') ?? 'text/plain',
            'access-control-allow-origin': headers.origin ?? '*',
            'access-control-allow-credentials': 'true',
            'access-control-allow-headers': 'content-type, accept',
          },
          ...(isPreflight ? {} : { body: Buffer.from(await response.arrayBuffer()) }),
        };
      });
    }
    // PostHog tries out for which domains it may write cookies; Firefox says so each time.
    site.expectProblems(/dmn_chk_.* rejected for invalid domain/);
    const address = `http://${host(site, 'posthog')}`;
    return {
      html: `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Solexempel</title>
<script src="${address}/static/array.js"></script>
<script>posthog.init('${posthogKey}', { api_host: '${address}', defaults: '2025-05-24', disable_surveys: true, opt_out_useragent_filter: true });</script>
<script src="http://${host(site, 'clarity')}/clarity.js"></script>
<script>/* clarity.ms/tag/ */ clarity('start', { projectId: 'solexempel', upload: 'http://${host(site, 'clarity')}/collect' });</script>
</head><body><h1>Sol</h1></body></html>`,
    };
  }
  const toTrackers = /^(posthog|clarity)\.localhost/;

  test('contact their servers and store when nothing tags them', async ({ site, page }) => {
    await page.goto(servePage(site, trackedPage(site)));
    await expect.poll(() => site.arrived(/^posthog.localhost\/(e|i)\//).length).toBeGreaterThan(0);
    await expect.poll(() => site.arrived(/^clarity.localhost\/collect/).length).toBeGreaterThan(0);
    expect(await site.cookies()).toEqual(
      expect.arrayContaining(['_clck', `ph_${posthogKey}_posthog`]),
    );
  });

  test('do neither before a yes when the middleware has tagged them, and work after it', async ({
    site,
    page,
  }) => {
    const services = hosts.map((id) => ({
      id,
      category: 'statistics',
      hosts: [host(site, id)],
    }));
    const config = { ...declaredConfig(site), services };
    await page.goto(servePage(site, trackedPage(site), { config }));
    await site.settled();
    expect(site.arrived(toTrackers)).toEqual([]);
    expect(await site.cookies()).toEqual([]);
    expect(await site.storage()).toEqual([]);

    await site.accept();
    await expect.poll(() => site.arrived(/^posthog.localhost\/(e|i)\//).length).toBeGreaterThan(0);
    await expect.poll(() => site.arrived(/^clarity.localhost\/collect/).length).toBeGreaterThan(0);
  });
});

test.describe('the wall in the header', { tag: '@once' }, () => {
  /** Another host of the tracker's server, which nobody has declared. */
  const other = (site: Site) => site.tracker.replace('tracker.', 'other.');
  /** What Firefox says of an EventSource that is answered without events. */
  const endOfEvents = /can.t establish a connection to the server at \S+\/events/;
  const toOther = /^other\.localhost/;

  /** Every way out that a policy can close, by the path that must arrive without one. */
  function openPage(site: Site): ServedPage {
    const to = other(site);
    const worker = `fetch('${to}/blob-worker.json', { mode: 'no-cors' }).catch(() => {})`;
    return {
      html: `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Solexempel</title>
<link rel="stylesheet" href="${to}/link.css"><script src="${to}/script.js"></script></head>
<body><h1>Sol</h1><img src="${to}/img.gif" alt=""><iframe src="${to}/iframe.html"></iframe><iframe src="/own-frame"></iframe>
<form action="${to}/form.html" target="target"></form><iframe name="target"></iframe>
<label>Namn <input id="name"></label><img src="/own.gif" alt="">
<script>
  fetch('${to}/fetch.json', { mode: 'no-cors' }).catch(() => {});
  navigator.sendBeacon('${to}/beacon');
  new EventSource('${to}/events');
  new Worker('/own-worker.js');
  new Worker(URL.createObjectURL(new Blob([${JSON.stringify(worker)}])));
  import('${to}/import.mjs').catch(() => {});
  document.forms[0].submit();
</script></body></html>`,
      files: {
        '/own-worker.js': [
          'text/javascript',
          `fetch('${to}/worker.json', { mode: 'no-cors' }).catch(() => {})`,
        ],
        '/own-frame': ['text/html', `<!doctype html><img src="${to}/own-frame.gif">`],
      },
    };
  }
  const otherPaths = (site: Site) =>
    [...new Set(site.arrived(toOther).map(({ path }) => path.replace(/\?.*/, '')))].sort();

  test('stands where undeclared third parties are contacted in every way without it', async ({
    site,
    page,
  }) => {
    site.expectProblems(endOfEvents);
    await page.goto(servePage(site, openPage(site)));
    await expect
      .poll(() => otherPaths(site))
      .toEqual([
        ...[
          '/beacon',
          '/blob-worker.json',
          '/events',
          '/fetch.json',
          '/form.html',
          '/iframe.html',
          '/img.gif',
        ],
        ...['/import.mjs', '/link.css', '/own-frame.gif', '/script.js', '/worker.json'],
      ]);
  });

  test('lets nothing through, and keeps the site itself working', async ({ site, page }) => {
    site.expectProblems(endOfEvents);
    // Firefox has no words for a worker's refused script.
    site.expectProblems(/Content.Security.Policy|Refused|violates|^page error: $/i);
    await page.goto(servePage(site, openPage(site), { wall: 'header' }));
    await expect(site.banner).toBeVisible();
    await site.settled();
    expect(otherPaths(site)).toEqual([]);
    expect(site.arrived(/own.gif|own-frame$|own-worker/)).toHaveLength(3);
    await site.reject();
    await site.settled();
    expect(otherPaths(site)).toEqual([]);
    await site.expectReceipts(1);
  });

  test('lets through what the owner allows, and necessary services', async ({ site, page }) => {
    const [cdn, chat] = ['cdn', 'chat'].map((name) => site.tracker.replace('tracker', name)) as [
      string,
      string,
    ];
    const base = declaredConfig(site);
    const service = {
      id: 'chat',
      category: 'necessary',
      name: 'Chatt',
      provider: 'Chatt AB',
      purpose: 'Svarar på frågor.',
      hosts: [new URL(chat).host],
    };
    await page.goto(
      servePage(
        site,
        {
          html: `<!doctype html><html lang="sv"><body><script src="${cdn}/lib/a.js"></script><script src="${chat}/chat.js"></script>
<script>fetch('${chat}/chat.json', { mode: 'no-cors' })</script><iframe src="${cdn}/lib/pay.html"></iframe>`,
        },
        {
          config: { ...base, services: [...(base.services ?? []), service] },
          wall: 'header',
          allow: [`${new URL(cdn).host}/lib`],
        },
      ),
    );
    await expectRan(page, '/lib/a.js', '/chat.js');
    await site.expectArrived('/chat.json', 1);
    await site.expectArrived('/lib/pay.html', 1);
  });

  test('opens to what is accepted by a reload, to nothing else, and only once', async ({
    site,
    page,
  }) => {
    site.expectProblems(/Content.Security.Policy|Refused|violates|did not load/i);
    const html = `<!doctype html><html lang="sv"><body><script src="${site.tracker}/a.js"></script><img src="${other(site)}/x.gif">`;
    const address = servePage(site, { html }, { wall: 'header' });
    await page.goto(address);
    await site.accept();
    await expectRan(page, '/a.js');
    await site.settled();
    expect(otherPaths(site)).toEqual([]);
    expect(site.arrived('/a.js')).toHaveLength(1);
    expect(site.arrived('/served')).toHaveLength(2);
    await site.expectReceipts(1);
    await page.goto(address);
    await expectRan(page, '/a.js');
    expect(site.arrived('/served')).toHaveLength(3);
  });

  test('does not reload over a half-filled form, and starts nothing half', async ({
    site,
    page,
  }) => {
    site.expectProblems(/Content.Security.Policy|Refused|violates|did not load/i);
    const html = `<!doctype html><html lang="sv"><body><input id="text"><textarea id="area">a</textarea>
      <input id="box" type="checkbox" checked><input id="range" type="range"><input id="color" type="color">
      <select id="list"><option disabled>Välj<option>Sol<option>Vind</select><input id="file" type="file">
      <p id="free" contenteditable>a</p><p id="nothing">a</p>
      <script src="${site.tracker}/a.js"></script><script>/* solannons.start( */ ${note('inline')}</script>`;
    const address = servePage(site, { html }, { wall: 'header' });
    const fill: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
      text: (id) => page.locator(id).fill('Sol'),
      area: (id) => page.locator(id).fill('Sol'),
      box: (id) => page.locator(id).uncheck(),
      list: (id) => page.locator(id).selectOption('Vind'),
      file: (id) =>
        page
          .locator(id)
          .setInputFiles({ name: 'a', mimeType: 'text/plain', buffer: Buffer.from('a') }),
      free: (id) => page.locator(id).pressSequentially('Sol'),
      nothing: async () => {},
    };
    let pages = 0;
    for (const [id, act] of Object.entries(fill)) {
      await page.context().clearCookies();
      await page.goto(address);
      await act(`#${id}`);
      await site.accept();
      await site.expectReceipts(Object.keys(fill).indexOf(id) + 1);
      pages += id === 'nothing' ? 2 : 1;
      if (id === 'nothing') break;
      await site.settled();
      expect(site.arrived('/served'), id).toHaveLength(pages);
      expect(await page.evaluate('window.ran'), id).toBeUndefined();
    }
    await expectRan(page, '/a.js', 'inline');
    expect(site.arrived('/served')).toHaveLength(pages);
  });

  test('never weakens a policy of the site', async ({ site, page }) => {
    site.expectProblems(/Content.Security.Policy|Refused|violates/i);
    const html = `<!doctype html><html lang="sv"><body><img src="/own.gif"><img src="${site.tracker}/a.gif">`;
    const headers = { 'content-security-policy': "img-src 'none'" };
    await page.goto(
      servePage(site, { html, headers }, { wall: 'header', allow: [new URL(site.tracker).host] }),
    );
    await expect(site.banner).toBeVisible();
    await site.accept();
    await site.settled();
    expect(site.arrived(/own.gif|a.gif/)).toEqual([]);
  });
});

test.describe('the line that calms', { tag: '@once' }, () => {
  // When this fails, a browser fetches ahead in another way than it did: mend docs/markup.md.
  test('keeps Chromium, and nobody else, from fetching ahead of an inline script', async ({
    site,
    page,
    browserName,
  }) => {
    const to = site.tracker.replace('tracker.', 'other.');
    // All that follows becomes text: only who has read ahead asks for the picture.
    const html = (picture: string) =>
      `<!doctype html><html><head><title>a</title></head><body><script>document.write('<plaintext>')</script><img src="${to}/${picture}">`;
    await page.goto(servePage(site, { html: html('hasty.gif') }, {}));
    await site.settled();
    expect(site.arrived('/hasty.gif')).toHaveLength(1);
    await page.goto(servePage(site, { html: html('calm.gif') }, { calm: true }));
    await site.settled();
    expect(site.arrived('/calm.gif')).toHaveLength(browserName === 'chromium' ? 0 : 1);
  });
});

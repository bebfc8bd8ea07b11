/**
 * A page that Chromium makes in advance: nothing starts, is asked or written before somebody looks at it.
 * The browser runs by itself: under Playwright it prerenders nothing.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumLaunch } from '../../scripts/browsers.ts';
import { formatChoice } from '../../src/model/choice-cookie.ts';
import { expect, type Site, test } from './fixtures.ts';
import { spy } from './guard-page.ts';

const choice = formatChoice({
  at: new Date(Date.now() - 1000).toISOString(),
  validUntil: new Date(Date.now() + 86_400_000).toISOString(),
  policyVersion: '1',
  categories: { statistics: true },
  services: {},
});

const yes = `document.cookie = 'samtycke=${choice}; path=/'`;
const nothing = `document.cookie = 'samtycke=; path=/; max-age=0'`;

/** What is stored when the page is made, what when it is shown, and which head script it has. */
const cases = [
  { name: 'a stored yes', before: yes, meanwhile: yes, accepted: true, guarded: false },
  { name: 'a stored yes, guarded', before: yes, meanwhile: yes, accepted: true, guarded: true },
  { name: 'a yes taken back', before: yes, meanwhile: nothing, accepted: false, guarded: true },
  { name: 'a yes given', before: nothing, meanwhile: yes, accepted: true, guarded: false },
] as const;

/** What a page tells of itself. */
interface State {
  readonly prerendering: boolean;
  readonly choice: boolean;
  readonly keys: number;
  readonly ran: readonly string[];
  readonly banner: boolean;
}

/**
 * Each case is two pages: the first asks for the second in advance, waits until that has told how it is made, and goes
 * there. When something has started or asked there, it tells so, and goes on to the next case.
 */
function serveCase(
  site: Site,
  { before, meanwhile, guarded }: (typeof cases)[number],
  at: number,
): void {
  site.serve(`/start-${at}`, {
    script: 'none',
    body: `<h1>Start</h1><script>${before};
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.text = '{ "prerender": [{ "urls": ["/next-${at}"], "eagerness": "immediate" }] }';
      document.head.append(rules);
      fetch('/made-${at}.json').then(() => { ${meanwhile}; location.href = '/next-${at}'; });</script>`,
  });
  site.serve(`/next-${at}`, {
    guarded,
    config: { services: [spy] },
    body: `<h1>Next</h1><script type="text/plain" data-category="statistics" src="${site.tracker}/tagged.js"></script>
      <script>
        const hasBanner = () => !!document.getElementById('samtycke-consent');
        const tell = (when) => fetch('/state-${at}-' + when + '.json', { method: 'POST', body: JSON.stringify({
          prerendering: document.prerendering, choice: !!samtycke.choice, keys: Object.keys(localStorage).length,
          ran: window.ran || [], banner: hasBanner() }) });
        ${guarded ? `fetch('${site.tracker}/call.gif');` : ''}
        addEventListener('load', () => setTimeout(tell, 100, 'made')); // 0.1 s: a banner is there by then
        document.addEventListener('prerenderingchange', () => {
          const timer = setInterval(async () => {
            if (!window.ran && !hasBanner()) return;
            clearInterval(timer);
            await tell('shown');
            location.href = '/start-${at + 1}';
          }, 10);
        });
      </script>`,
  });
  site.respond(`www.solexempel.localhost/made-${at}.json`, async () => {
    await expect.poll(() => site.arrived(`/state-${at}-made`).length, patient).toBe(1);
    return {};
  });
}

/** 20 s: a whole browser starts first. */
const patient = { timeout: 20_000 };

test('a prerendered page waits until it is shown', { tag: ['@once', '@chromium'] }, async ({
  site,
}) => {
  test.setTimeout(60_000); // it starts a browser of its own, and shows eight pages
  for (const [at, one] of cases.entries()) serveCase(site, one, at);
  const state = (at: number, when: string) =>
    JSON.parse(site.arrived(`/state-${at}-${when}`)[0]?.body ?? 'null') as State | null;

  const profile = mkdtempSync(join(tmpdir(), 'samtycke-prerender-'));
  const { executablePath = chromium.executablePath(), args = [] } = chromiumLaunch();
  const browser = spawn(
    executablePath,
    [...args, '--headless=new', `--user-data-dir=${profile}`, site.url('/start-0')],
    { stdio: 'ignore' },
  );
  try {
    for (const [at, { name, accepted, guarded }] of cases.entries()) {
      await expect.poll(() => state(at, 'shown'), { ...patient, message: name }).not.toBeNull();
      expect(state(at, 'made'), name).toEqual({
        ...{ prerendering: true, choice: false, keys: 0, ran: [], banner: false },
      });
      expect(state(at, 'shown'), name).toMatchObject({
        prerendering: false,
        choice: accepted,
        ran: accepted ? ['/tagged.js'] : [],
        banner: !accepted,
      });
      if (guarded) expect(site.arrived('/call.gif'), name).toEqual([]);
    }
    expect(site.arrived('/tagged.js')).toHaveLength(3);
  } finally {
    browser.kill();
    if (browser.exitCode === null && browser.signalCode === null) await once(browser, 'exit');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The demo with its real trackers, as a visitor meets it; what counts is what arrived at the other companies. */
import type { BrowserContext, Page } from 'playwright/test';
import { type Demo, startDemo } from '../../demo/server.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { namePattern } from '../../src/model/service.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { faultsByAxe } from './faults-by-axe.ts';
import { test as base, expect } from './fixtures.ts';

const pages = ['/', '/inspiration', '/integritet', '/kakor', '/mina-kvitton', '/offert/tack'];

const test = base.extend<{ demo: Demo }>({
  demo: async ({ build }, use) => {
    const demo = await startDemo({ port: 0, db: ':memory:', build });
    await use(demo);
    await demo.stop();
  },
});

test.describe('the demo', { tag: '@plain' }, () => {
  test.describe.configure({ timeout: 45_000 }); // 45 s: real trackers gather for seconds before they send

  test('LAW 1, 2: sends and stores nothing before a choice', async ({ demo, page, context }) => {
    for (const path of pages) {
      await page.goto(demo.url + path);
      await expect(banner(page)).toBeVisible();
      await page.mouse.wheel(0, 2_000);
    }
    expect(arrived(demo)).toEqual([]);
    expect(await stored(context, page)).toEqual([]);
    expect(await receipts(demo)).toEqual([]);
  });

  test('LAW 11: runs PostHog and Clarity, and nothing else, when statistics is accepted', async ({
    demo,
    page,
  }) => {
    await page.goto(demo.url);
    await acceptStatistics(page);

    await expectArrival(demo, 'posthog.localhost', /pageview/);
    await expectArrival(demo, 'clarity.localhost', /Uppladdning/);
    expect(new Set(arrived(demo).map(({ host }) => host))).toEqual(
      new Set(['posthog.localhost', 'clarity.localhost']),
    );
    await expect.poll(() => receipts(demo)).toHaveLength(1);
    const [row] = await demo.store.all();
    const receipt = JSON.parse(row?.body ?? '') as Receipt;
    expect(row?.hash).toBe(hashOf(row?.body ?? ''));
    expect(receipt).toMatchObject({
      event: 'first',
      action: 'save',
      site: demo.url,
      choices: {
        necessary: 'required',
        preferences: 'denied',
        statistics: 'granted',
        marketing: 'denied',
      },
    });
  });

  test('LAW 42, 43: falls silent and leaves nothing behind when everything is withdrawn', async ({
    demo,
    page,
    context,
  }) => {
    await page.goto(`${demo.url}/kakor`);
    await page.getByRole('button', { name: 'Godkänn alla' }).click();
    await expectArrival(demo, 'posthog.localhost', /pageview/);
    await expectArrival(demo, 'clarity.localhost', /Uppladdning/);
    await expectArrival(demo, 'solannons.localhost', /Pixel/);

    await page.getByRole('button', { name: 'Återkalla alla samtycken' }).click();
    const before = arrived(demo).length;
    expect(await ofOthers(context, page)).toEqual([]);
    await page.evaluate('posthog.capture("after the withdrawal")');
    await page.mouse.wheel(0, 800);
    // Leaving the page makes trackers send what they still hold.
    await page.goto(`${demo.url}/inspiration`);
    await expect(page.getByRole('button', { name: 'Visa den här gången' })).toHaveCount(2);
    await expect(page.getByRole('dialog')).toBeHidden(); // told once, where it was asked for
    await expect.poll(() => receipts(demo)).toHaveLength(2);
    expect(arrived(demo).slice(before)).toEqual([]);
    expect(await ofOthers(context, page)).toEqual([]);
    expect((await receipts(demo)).at(-1)).toMatchObject({ event: 'withdraw' });
  });
});

test.describe("the demo's pages", { tag: '@once' }, () => {
  test.describe.configure({ timeout: 45_000 });

  test('LAW 33, 34: stores only what the page about kakor declares, and no longer than it says', async ({
    demo,
    page,
    context,
  }) => {
    await page.goto(demo.url);
    await page.getByRole('button', { name: 'Godkänn alla' }).click();
    await expectArrival(demo, 'posthog.localhost', /pageview/);
    await expectArrival(demo, 'clarity.localhost', /Uppladdning/);
    await expectArrival(demo, 'solannons.localhost', /Pixel/);
    await page.goto(`${demo.url}/inspiration`);
    await expectArrival(demo, 'solfilm.localhost', /Hämtar/);

    const items = await stored(context, page);
    await page.goto(`${demo.url}/kakor`);
    const declaration = page.locator('samtycke-declaration');
    await expect(declaration.locator('.now').first()).toBeVisible(); // the element has come to life
    const rows = await declaration.locator('tbody tr').evaluateAll((all) =>
      all.map((row) => {
        const [kind = '', , duration = ''] = [...row.querySelectorAll('td')].map(
          (cell) => cell.textContent ?? '',
        );
        const [, count = '0', unit] = /^(\d+)\s(år|dag)/.exec(duration) ?? [];
        return {
          name: row.querySelector('code')?.textContent ?? '',
          kind: kind.replace(', från annan webbplats', ''),
          days: Number(count) * (unit === 'år' ? 365 : 1),
        };
      }),
    );
    const declared = (kind: string, name: string) =>
      rows.find((row) => row.kind === kind && namePattern(row.name)(name));
    expect(items.length).toBeGreaterThan(5);
    expect(items.filter(({ kind, name }) => !declared(kind, name))).toEqual([]);
    for (const { name, expires } of await context.cookies()) {
      const days = (expires - Date.now() / 1_000) / 86_400;
      expect(days, name).toBeLessThanOrEqual(declared('kaka', name)?.days ?? 0);
    }
  });

  test('runs the trackers again in the same page when they are accepted again', async ({
    demo,
    page,
  }) => {
    await page.goto(demo.url);
    await acceptStatistics(page);
    await expectArrival(demo, 'clarity.localhost', /Uppladdning/);
    await page.evaluate('samtycke.withdraw()');
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).click();
    const before = arrived(demo).length;
    await acceptStatistics(page);
    await expect
      .poll(
        () =>
          arrived(demo)
            .slice(before)
            .map(({ host }) => host),
        { timeout: 20_000 },
      )
      .toContain('clarity.localhost');
  });

  test('LAW 10: works on every page for someone who refuses everything, and nothing leaves any', async ({
    demo,
    page,
    context,
  }) => {
    for (const path of pages) {
      await context.clearCookies();
      await page.goto(demo.url + path);
      await page.getByRole('button', { name: 'Neka alla' }).click();
      await expect(banner(page)).toBeHidden();
    }
    await page.goto(`${demo.url}/#offert`);
    await page.getByLabel('Namn').fill('Anna Exempel');
    await page.getByLabel('E-post').fill('anna@exempel.se');
    await page.getByLabel('Husets adress').fill('Solgatan 2, Eskilstuna');
    await page.getByRole('button', { name: 'Skicka förfrågan' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Tack, vi har fått din förfrågan',
    );
    expect(arrived(demo)).toEqual([]);
    expect(await ofOthers(context, page)).toEqual([]);
  });

  test('shows the film that was asked for, and not the map', async ({ demo, page }) => {
    await page.goto(`${demo.url}/inspiration`);
    await page.getByRole('button', { name: 'Neka alla' }).click();
    await page.getByRole('button', { name: 'Visa den här gången' }).first().click();
    const film = page.frameLocator('iframe[title^="Film"]');
    // Not `click`: stock Firefox's driver sends no input into a frame of another site.
    await film.getByRole('button', { name: 'Spela' }).dispatchEvent('click');
    await expectArrival(demo, 'solfilm.localhost', /Filmen spelas/);
    expect(arrived(demo).filter(({ host }) => host === 'solkarta.localhost')).toEqual([]);
  });

  test('lists, checks and erases the receipts of a visitor without an account', async ({
    demo,
    page,
  }) => {
    await page.goto(demo.url);
    await acceptStatistics(page);
    await expect.poll(() => receipts(demo)).toHaveLength(1);
    await page.goto(`${demo.url}/mina-kvitton`);
    const mine = page.locator('samtycke-receipts');
    await expect(mine.getByRole('status')).toHaveText('Du har ett kvitto.');
    await expect(mine).toContainText('Statistik: ja.');
    await mine.getByRole('button', { name: 'Kontrollera kvittona' }).click();
    await expect(mine.getByRole('status')).toHaveText('Alla kvitton stämmer.');
    expect(await faultsByAxe(page)).toEqual([]);
    await mine.getByText('Radera', { exact: true }).click();
    await mine.getByRole('button', { name: 'Radera mina kvitton' }).click();
    await expect(mine.getByRole('status')).toContainText('Kvittona är raderade');
    expect(await receipts(demo)).toEqual([]);
  });

  test('tells in the panel what has left the page, without storing anything itself', async ({
    demo,
    page,
    context,
  }) => {
    await page.goto(demo.url);
    const panel = page.frameLocator('iframe[title^="Utvecklarpanel"]');
    await panel.getByRole('button', { name: /Vad har lämnat sidan/ }).click();
    await expect(panel.getByText('Inget har gått till andra företag.')).toBeVisible();
    await expect(panel.getByText('Inga kakor och ingen lagring.')).toBeVisible();
    expect(await stored(context, page)).toEqual([]);

    await acceptStatistics(page);
    await expect(panel.getByText(/förfrågningar till 2 andra företag/)).toBeVisible();
    await expect(panel.getByText('samtycke', { exact: true })).toBeVisible();
    await expect(panel.getByText('nr 1 · first · save')).toBeVisible();
  });
});

// What the server sends, and what axe reads out of the page: the same in every browser.
test.describe('what is on the pages', { tag: ['@once', '@chromium'] }, () => {
  test('LAW 45: has the same pages, prices and forms for who refuses as for who accepts', async ({
    demo,
    page,
    context,
  }) => {
    const contents = async (answer: string) => {
      const all: Record<string, unknown> = {};
      await page.goto(demo.url);
      await page.getByRole('button', { name: answer, exact: true }).click();
      await expect(banner(page)).toBeHidden();
      for (const path of ['/', '/inspiration', '/integritet', '/offert/tack']) {
        await page.goto(demo.url + path);
        all[path] = await page.locator('main').evaluate((main) => {
          const copy = main.cloneNode(true) as HTMLElement;
          // An embed itself is what the answer is about.
          for (const embed of copy.querySelectorAll('iframe, .samtycke-embed')) embed.remove();
          const controls = [...copy.querySelectorAll('a, button, input, select, textarea')];
          return [
            (copy.textContent ?? '').replace(/\s+/g, ' ').trim(),
            controls.map(({ localName }) => localName).join(),
          ];
        });
      }
      await context.clearCookies();
      return all;
    };
    const refused = await contents('Neka alla');
    expect(JSON.stringify(refused).length).toBeGreaterThan(3_000);
    expect(refused).toEqual(await contents('Godkänn alla'));
  });

  for (const path of [...pages, '/panel']) {
    test(`has no fault that axe can find on ${path}`, async ({ demo, page }) => {
      await page.goto(demo.url + path);
      if (path !== '/panel') await page.getByRole('button', { name: 'Neka alla' }).click();
      expect(await faultsByAxe(page)).toEqual([]);
    });
  }
});

const banner = (page: Page) => page.getByRole('region', { name: 'Får vi använda kakor?' });

async function acceptStatistics(page: Page): Promise<void> {
  const customise = page.getByRole('button', { name: 'Anpassa' });
  if (await customise.isVisible()) await customise.click();
  else await page.getByRole('link', { name: 'Kakinställningar' }).last().click();
  await page
    .getByRole('checkbox', { name: /^Statistik/ })
    .first()
    .setChecked(true);
  await page.getByRole('button', { name: 'Spara mina val' }).click();
}

/** What has arrived at other companies. */
function arrived(demo: Demo) {
  return demo.arrivals.list().filter(({ host }) => host !== 'localhost');
}

async function expectArrival(demo: Demo, host: string, what: RegExp): Promise<void> {
  await expect
    .poll(
      () =>
        arrived(demo)
          .filter((one) => one.host === host)
          .map((one) => one.what),
      {
        timeout: 20_000, // Clarity gathers for some seconds before it sends
      },
    )
    .toContainEqual(expect.stringMatching(what));
}

async function receipts(demo: Demo): Promise<readonly Receipt[]> {
  return (await demo.store.all()).map(({ body }) => JSON.parse(body) as Receipt);
}

/** Everything in the browser: cookies of every host, and the storage of the site. */
async function stored(context: BrowserContext, page: Page) {
  const keys = await page.evaluate(() => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }));
  return [
    ...(await context.cookies()).map(({ name }) => ({ kind: 'kaka', name })),
    ...keys.local.map((name) => ({ kind: 'lokal lagring', name })),
    ...keys.session.map((name) => ({ kind: 'sessionslagring', name })),
  ];
}

/** The same without what belongs to samtycke itself. */
async function ofOthers(context: BrowserContext, page: Page) {
  return (await stored(context, page)).filter(({ name }) => !/^samtycke\b/.test(name));
}

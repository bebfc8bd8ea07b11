/** The API, the site's own controls, and the guard against a forged yes. */
import type { Samtycke } from '../../src/api.ts';
import { expect, test } from './fixtures.ts';

declare global {
  interface Window {
    samtycke: Samtycke;
    seen?: unknown[];
  }
}

const tagged = `<script type="text/plain" data-category="statistics" data-src="/statistics.js"></script>`;

test('queued functions run, and a late subscriber is told the choice in force', async ({
  site,
  page,
}) => {
  const beforeScript = `<script>
    window.seen = [];
    window.samtycke = window.samtycke || [];
    samtycke.push((s) => s.on('choice', (choice) => seen.push(['early', choice.categories.statistics])));
    document.addEventListener('samtycke:choice', (event) => seen.push(['event', event.detail.categories.statistics]));
    document.addEventListener('samtycke:change', () => seen.push(['changed']));
    </script>`;
  await site.open({ beforeScript });
  expect(await page.evaluate(() => window.seen)).toEqual([]);
  await site.save({ statistics: true });
  expect(await page.evaluate(() => window.seen)).toEqual([
    ['event', true],
    ['early', true],
  ]);
  await page.reload();
  expect(
    await page.evaluate(async () => {
      const api = await window.samtycke.ready;
      api.on('choice', (choice) => window.seen?.push(['late', choice.categories.statistics]));
      return window.seen;
    }),
  ).toEqual([
    ['event', true],
    ['early', true],
    ['late', true],
  ]);

  // Who decides anew when told of a choice leaves nobody with the old one.
  await page.evaluate(() => {
    const { samtycke } = window;
    samtycke.on('choice', ({ categories }) => {
      if (categories.marketing) void samtycke.save({ marketing: false });
    });
    samtycke.on('choice', ({ categories }) => window.seen?.push(categories.marketing));
    window.seen = [];
  });
  await site.save({ marketing: true });
  expect(await page.evaluate(() => window.seen?.filter((one) => typeof one === 'boolean'))).toEqual(
    [true, false],
  );
});

test('a click that a script makes can refuse, but not accept', async ({ site, page }) => {
  await site.open({ body: tagged });
  const accept = page.getByRole('button', { name: 'Godkänn alla' });
  await accept.evaluate((button: HTMLElement) => {
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  await expect(site.banner).toBeVisible();
  await site.settled();
  expect(site.arrived('/statistics.js')).toEqual([]);
  expect(await site.receipts()).toEqual([]);
  await page.getByRole('button', { name: 'Neka alla' }).evaluate((b: HTMLElement) => b.click());
  await expect(site.banner).toHaveCount(0);
  expect(await site.expectReceipts(1)).toMatchObject([{ action: 'reject_all' }]);
});

test('acceptAll without an act of the visitor is refused; rejectAll is not', async ({ site }) => {
  await site.open({
    // Firefox counts each command of the driver as an act: there the browser's memory is cleared.
    beforeScript: `<script>
      Object.defineProperty(navigator, 'userActivation', { value: { isActive: false } })</script>`,
    body: `${tagged}<script>
      window.seen = [];
      samtycke.acceptAll().then((ok) => seen.push(ok))
        .then(() => samtycke.rejectAll()).then((ok) => seen.push(ok));
    </script>`,
  });
  const [receipt] = await site.expectReceipts(1);
  expect(receipt).toMatchObject({ action: 'api', choices: { statistics: 'denied' } });
  expect(await site.page.evaluate(() => window.seen)).toEqual([false, true]);
  expect(site.arrived('/statistics.js')).toEqual([]);
});

test('a no of the visitor cannot be turned into a yes by a script that listens', async ({
  site,
}) => {
  await site.open({
    body: `${tagged}<script>
      window.seen = [];
      let times = 0;
      samtycke.on('choice', () => times++ || samtycke.acceptAll().then((ok) => seen.push(ok)));
    </script>`,
  });
  await site.reject();
  await expect.poll(() => site.page.evaluate(() => window.seen)).toEqual([false]);
  await site.settled();
  expect(site.arrived('/statistics.js')).toEqual([]);
  await site.expectReceipts(1);
});

const ownUi = `${tagged}<button id="no">Nej</button> <button id="yes">Ja</button>
  <script>
    no.onclick = () => samtycke.rejectAll();
    yes.onclick = () => samtycke.acceptAll();
  </script>`;

test('a UI of the site on the API takes a yes right after a no', async ({ site, page }) => {
  await site.open({ body: ownUi });
  await expect(site.banner).toBeVisible();
  await page.getByRole('button', { name: 'Nej' }).click();
  await page.getByRole('button', { name: 'Ja', exact: true }).click();
  await site.expectArrived('/statistics.js', 1);
  expect(await site.expectReceipts(2)).toMatchObject([{ event: 'first' }, { event: 'change' }]);
});

// Firefox's driver makes two single clicks of a double click.
test('the second click of a double click gives a script no yes', {
  tag: '@chromium',
}, async ({ site, page }) => {
  await site.open({
    body: `${ownUi}<script>
      addEventListener('dblclick', () => samtycke.acceptAll().then((ok) => (window.seen = [ok])));
    </script>`,
  });
  await expect(site.banner).toBeVisible();
  await page.getByRole('button', { name: 'Nej' }).dblclick();
  await expect.poll(() => page.evaluate(() => window.seen)).toEqual([false]);
  await site.settled();
  expect(site.arrived('/statistics.js')).toEqual([]);
});

test('our own handlers take no event that is forged, kept or of another element', async ({
  site,
  page,
}) => {
  await site.open({
    body: `${tagged}<button id="other">Annat</button><script>
      function handler() {
        const button = [...document.querySelectorAll('#samtycke-consent button')]
          .find((one) => one.textContent === 'Godkänn alla');
        // Preact keeps the handlers of an element in a property of it.
        for (const key of Object.getOwnPropertyNames(button)) {
          for (const found of Object.values(Object(button[key]))) {
            if (typeof found === 'function') return found;
          }
        }
      }
      document.querySelector('#other').onclick = (event) => {
        const forged = handler();
        window.seen = [typeof forged];
        forged({ isTrusted: true });
        forged(event);
        setTimeout(() => forged(event));
      };
    </script>`,
  });
  await expect(site.banner).toBeVisible();
  await page.getByRole('button', { name: 'Annat' }).click();
  expect(await page.evaluate(() => window.seen)).toEqual(['function']);
  await site.settled();
  await expect(site.banner).toBeVisible();
  expect(site.arrived('/statistics.js')).toEqual([]);
});

test('only controls are hooks, and an unknown word answers nothing', async ({ site, page }) => {
  await site.open({
    body: `${tagged}<h1>Rubrik</h1><button data-samtycke="acept">Kakor</button>
      <button data-samtycke="reject" aria-label="Nej"><svg width="9" height="9"></svg></button>
      <script>document.body.dataset.samtycke = 'accept'</script>`,
  });
  await expect(site.banner).toBeVisible();
  await page.getByRole('heading', { name: 'Rubrik' }).click();
  await page.getByRole('button', { name: 'Kakor' }).click();
  await expect(site.settings).toBeVisible();
  await site.settled();
  expect(site.arrived('/statistics.js')).toEqual([]);
  expect(await site.receipts()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Nej', exact: true }).click();
  // A picture is a control too, though there are no words on it to vouch for.
  expect(await site.expectReceipts(1)).toMatchObject([{ notice: { path: ['hook'] } }]);
});

test('no listener is handed what could show an embed', async ({ site }) => {
  await site.open({
    body: `<script>
      window.seen = [];
      samtycke.on('embeds', (embeds) => seen.push(embeds));
    </script><iframe data-category="marketing" data-src="/film.html" title="Film"></iframe>`,
  });
  await expect.poll(() => site.page.evaluate(() => window.seen?.length)).toBe(1);
  expect(await site.page.evaluate(() => window.seen?.[0] === undefined)).toBe(true);
});

test('a single answer survives an answer on another category', async ({ site, page }) => {
  await site.open({ config: { services: ['youtube', 'posthog'], requireVisitorAct: false } });
  const allows = () => page.evaluate(() => window.samtycke.allows('youtube'));
  await page.evaluate(() => window.samtycke.acceptAll());
  await page.evaluate(() => window.samtycke.save({ youtube: false }));
  expect(await allows()).toBe(false);
  await page.evaluate(() => window.samtycke.save({ statistics: false }));
  expect(await allows()).toBe(false);
  const rows = await site.expectReceipts(3);
  expect(rows[1]?.services).toEqual({ youtube: 'withdrawn' });
});

test('requireVisitorAct: false lets test tools accept', async ({ site }) => {
  await site.open({
    config: { requireVisitorAct: false },
    body: `${tagged}<script>samtycke.ready.then(() => samtycke.acceptAll())</script>`,
  });
  await site.expectArrived('/statistics.js', 1);
});

test('the site’s own controls accept, refuse, withdraw and open the settings', async ({
  site,
  page,
}) => {
  await site.open({
    body: `${tagged}<button data-samtycke="accept">Ja tack</button>
      <button data-samtycke="withdraw">Ta tillbaka</button>
      <a href="#kakinstallningar">Kakor</a>`,
  });
  await page.getByRole('button', { name: 'Ja tack' }).click();
  await site.expectArrived('/statistics.js', 1);
  await page.getByRole('link', { name: 'Kakor' }).click();
  await expect(site.settings).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ta tillbaka' }).click();
  expect(await site.expectReceipts(2)).toMatchObject([
    { action: 'accept_all', event: 'first' },
    { action: 'reject_all', event: 'withdraw' },
  ]);
});

test('the address opens the settings', async ({ site, page }) => {
  site.serve('/', {});
  await page.goto(site.url('/#kakinstallningar'));
  await expect(site.settings).toBeVisible();
});

test('save takes aliases, and names what it does not know', async ({ site, page }) => {
  await site.open({ body: tagged, config: { requireVisitorAct: false } });
  const message = await page.evaluate(() =>
    window.samtycke.save({ sports: true }).catch((error: Error) => error.message),
  );
  expect(message).toContain('"sports"');
  expect(await page.evaluate(() => window.samtycke.save({ analytics: true }))).toBe(true);
  await site.expectArrived('/statistics.js', 1);
  expect(await page.evaluate(() => window.samtycke.allows('measurement'))).toBe(true);
  expect(await page.evaluate(() => window.samtycke.allows('marketing'))).toBe(false);
  expect(await page.evaluate(() => window.samtycke.allows('sports'))).toBe(false);
});

test('LAW 39: a page without a control of its own gets one after the choice', async ({
  site,
  page,
}) => {
  await site.open();
  const reopen = page.locator('#samtycke-reopen');
  await expect(reopen).toBeHidden();
  await site.reject();
  await expect(reopen).toBeVisible();
  await expect(reopen).toHaveText('Kakinställningar');
  await reopen.click();
  await expect(site.settings).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#kakinstallningar';
    document.body.append(link);
  });
  await expect(reopen).toBeHidden();
});

test('a second copy of the script gives the first one’s API', async ({ site, page }) => {
  const src = site.build === 'all-in-one' ? 'samtycke.all.js' : 'samtycke.js';
  await site.open({
    body: `<script>window.first = window.samtycke</script><script src="/samtycke/${src}"></script>`,
  });
  expect(await page.evaluate('window.first === window.samtycke')).toBe(true);
  await expect(site.banner).toHaveCount(1);
  await site.accept();
  await site.expectReceipts(1);
});

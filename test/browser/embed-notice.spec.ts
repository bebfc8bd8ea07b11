import { expectFocus } from './expect-focus.ts';
import { expect, test } from './fixtures.ts';

const film = (src: string) =>
  `<h1>Filmer</h1><iframe title="Film" data-category="marketing" data-service="youtube" data-src="${src}" width="560" height="315"></iframe><p id="after">Efter</p>`;
const config = { services: ['youtube' as const] };

test('LAW 46: names provider and purpose, and shows one embed without accepting its category', async ({
  site,
  page,
}) => {
  await site.open({ config, body: film(`${site.tracker}/film.html`) });
  const notice = page.getByRole('group', { name: /YouTube/ });
  await expect(notice).toContainText('Innehåll från YouTube (Google Ireland Limited)');
  await expect(notice).toContainText('Visar filmer på sidan.');
  await site.reject();
  await notice.getByRole('button', { name: 'Visa den här gången' }).click();
  await site.expectArrived('/film.html', 1);
  await expect(notice).toHaveCount(0);
  await expect(page.locator('iframe')).toBeVisible();
  await page.reload();
  await expect(notice).toBeVisible();
  const receipts = await site.expectReceipts(2);
  expect(receipts[1]).toMatchObject({ action: 'embed', notice: { layer: 0, path: ['embed'] } });
});

test('shows the service always from then on, and the settings can take that back', async ({
  site,
  page,
}) => {
  await site.open({ config, body: film(`${site.tracker}/film.html`) });
  await site.reject();
  await page.getByRole('button', { name: 'Godkänn alltid' }).click();
  await expect(page.getByRole('status')).toHaveText('Dina val är sparade.');
  await site.expectArrived('/film.html', 1);
  await page.reload();
  await site.expectArrived('/film.html', 2);
  await expect(page.getByRole('group', { name: /YouTube/ })).toHaveCount(0);
  await site.openSettings();
  const { settings } = site;
  await expect(settings.getByRole('checkbox', { name: 'Marknadsföring' })).not.toBeChecked();
  const alone = settings.getByRole('checkbox', { name: 'Visa alltid YouTube' });
  await expect(alone).toBeChecked();
  await alone.uncheck();
  await settings.getByRole('button', { name: 'Spara mina val' }).click();
  await expect(page.getByRole('group', { name: /YouTube/ })).toBeAttached();
});

test('says that "always" accepts the whole category when the embed is of no single service', async ({
  site,
  page,
}) => {
  await site.open({
    body: `<iframe data-category="preferences" data-src="${site.tracker}/karta.html" title="Karta"></iframe>`,
  });
  const notice = page.getByRole('group', { name: /tracker\.localhost/ });
  await expect(notice).toContainText('godkänner du alla kakor för inställningar');
  await notice.getByRole('button', { name: 'Godkänn alltid' }).click();
  await site.expectArrived('/karta.html', 1);
  const [receipt] = await site.expectReceipts(1);
  expect(receipt?.choices).toMatchObject({ preferences: 'granted', marketing: 'denied' });
});

for (const [name, css] of [
  ['of a fixed size', ''],
  ['that fills its parent', 'iframe{display:block;width:100%;height:300px;border:0}'],
  [
    'in a box of its own proportions',
    '.box{position:relative;padding-top:56.25%}iframe{position:absolute;inset:0;width:100%;height:100%;border:0}',
  ],
  ['that floats', 'iframe{float:right;margin:1em;width:320px;height:240px}'],
] as const) {
  test(`moves nothing beside an embed ${name}`, async ({ site, page }) => {
    const body = `<div class="box">${film(`${site.tracker}/film.html`).replace('<h1>Filmer</h1>', '').replace('<p id="after">Efter</p>', '')}</div><p id="after">Efter</p>`;
    const top = () =>
      page.locator('#after').evaluate((element) => element.getBoundingClientRect().top);
    await site.open({
      config: { ...config, services: [] },
      head: `<style>${css}</style>`,
      body: body.replace('data-category="marketing"', 'data-other'),
    });
    const before = await top();
    await site.open({ config, head: `<style>${css}</style>`, body });
    await expect(page.getByRole('group', { name: /YouTube/ })).toBeVisible();
    expect(Math.abs((await top()) - before)).toBeLessThan(8); // the gap below an inline box
    await expect(page.locator('iframe')).toBeHidden();
  });
}

test('gives the focus to the embed that it let through', async ({ site, page }) => {
  await site.open({ config, body: film(`${site.tracker}/film.html`) });
  await site.reject();
  await page.getByRole('button', { name: 'Visa den här gången' }).click(); // which focuses it first
  await expectFocus(page.locator('iframe'));
});

test('follows an embed that is copied, moved, or changes its size', { tag: '@once' }, async ({
  site,
  page,
}) => {
  const film = (name: string) =>
    `<iframe data-category="marketing" data-src="/${name}.html" title="${name}"></iframe>`;
  await site.open({
    config: { services: ['youtube'] },
    head: `<style>
      .film { position: relative; padding-bottom: 75% }
      .film iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0 }
    </style>`,
    body: `<div id="list">${film('one')}<p>mellan</p>${film('two')}</div><div class="film">${film('three')}</div>`,
  });
  const notices = page.locator('.samtycke-embed');
  await expect(notices).toHaveCount(3);
  const outline = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#list > *')].map(
        ({ title, localName, className }) =>
          className === 'samtycke-embed' ? 'notice' : title || localName,
      ),
    );
  // As a carousel does, which shows its first picture again behind the last.
  await page.evaluate(() => {
    const list = document.querySelector('#list') as Element;
    list.append(list.cloneNode(true).firstChild as Node, list.children[1]?.cloneNode(true) as Node);
  });
  await expect.poll(outline).toEqual(['one', 'notice', 'p', 'two', 'notice', 'one', 'notice']);
  await page.evaluate(() => {
    const list = document.querySelector('#list') as Element;
    list.prepend(list.children[3] as Element);
  });
  await expect.poll(outline).toEqual(['two', 'notice', 'one', 'notice', 'p', 'one', 'notice']);

  // As a telephone that is turned.
  await page.setViewportSize({ width: 600, height: 800 });
  const heights = () =>
    page
      .locator('.film, .film .samtycke-embed')
      .evaluateAll((both) => both.map((one) => Math.round(one.getBoundingClientRect().height)));
  await expect.poll(async () => new Set(await heights()).size).toBe(1);

  await site.accept();
  await expect(notices).toHaveCount(0);
});

/** LAW 16 on sites whose CSS works against it, by chance or by intent. */
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

const hostile: Readonly<Record<string, string>> = {
  'a reset of everything': '*{all:unset!important}',
  'Bootstrap-like buttons': `*,::before,::after{box-sizing:border-box}
    button{border-radius:0;text-transform:none;appearance:button}
    button,input{margin:0;font-family:inherit;font-size:inherit;line-height:inherit}
    p{margin-top:0;margin-bottom:1rem}ul{padding-left:2rem}h2{font-size:2rem;font-weight:500}
    html{font-size:62.5%}`,
  'loud buttons of its own': `button{background:hotpink!important;color:#000!important;font:italic 30px cursive!important;
    padding:2px!important;border:0!important;width:90px!important;float:right!important;text-transform:uppercase!important}`,
  'a hidden first button': 'div>button:first-child{display:none!important}',
  'rules by id that hide refusal':
    'body #samtycke-consent .samtycke-equal button:first-child{display:none!important}',
  'rules by id that pale refusal':
    'body #samtycke-consent .samtycke-equal button:first-child{opacity:.2!important;background:#fff!important;color:#eee!important;font-size:9px!important}',
  'rules by id that shrink refusal':
    'body #samtycke-consent .samtycke-equal button:first-child{position:absolute!important;width:20px!important;height:8px!important;transform:scale(.3)!important;overflow:hidden!important}',
  'rules by id that swell acceptance':
    'body #samtycke-consent .samtycke-equal button:last-child{font-size:40px!important;box-shadow:0 0 30px gold!important;filter:saturate(3)!important;flex:9!important}',
};

const properties = [
  'width',
  'height',
  'font-size',
  'font-weight',
  'font-style',
  'padding',
  'border',
  'border-radius',
  'color',
  'background-color',
  'opacity',
  'visibility',
  'display',
  'transform',
  'box-shadow',
  'filter',
  'position',
];

const looks = (page: Page) =>
  page.locator('.samtycke-equal button').evaluateAll((buttons, names) => {
    const read = (button: Element) => {
      const style = getComputedStyle(button);
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    };
    return buttons.map(read);
  }, properties);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const queue = window as unknown as { samtycke: unknown[]; codes: string[] };
    queue.codes = [];
    queue.samtycke = [
      (api: { on(name: string, listener: (problem: { code: string }) => void): void }) =>
        api.on('problem', ({ code }) => queue.codes.push(code)),
    ];
  });
});

const codes = (page: Page) => page.evaluate(() => (window as unknown as { codes: string[] }).codes);

for (const [name, css] of Object.entries(hostile)) {
  test(`LAW 16: both answers are equal, in view and usable under ${name}`, async ({
    site,
    page,
  }) => {
    await site.open({ head: `<style>${css}</style>` });
    const buttons = page.locator('.samtycke-equal button');
    await expect(buttons).toHaveCount(2);
    await expect.poll(async () => (await looks(page))[0]).toEqual((await looks(page))[1]);
    for (const button of await buttons.all()) {
      await expect(button).toBeInViewport({ ratio: 1 });
      await button.click({ trial: true });
    }
    if (name.startsWith('rules by id')) expect(await codes(page)).toEqual(['buttons-unequal']);
    else expect(await codes(page)).toEqual([]);
    await site.reject();
    await expect(page.locator('#samtycke-consent')).toHaveCount(0);
  });
}

test('sets them equal again when a style sheet arrives late', async ({ site, page }) => {
  const css = hostile['rules by id that pale refusal'] as string;
  site.respond('/late.css', () => ({ headers: { 'content-type': 'text/css' }, body: css }));
  await site.open();
  await expect(site.banner).toBeVisible();
  await page.evaluate(() => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/late.css';
    link.nonce = document.querySelector('script')?.nonce ?? '';
    document.head.append(link);
  });
  await expect.poll(() => codes(page)).toEqual(['buttons-unequal']);
  const [reject, accept] = await looks(page);
  expect(reject).toEqual(accept);
  expect(reject?.opacity).toBe('1');
});

test('says nothing on a site whose CSS is harmless', async ({ site, page }) => {
  await site.open();
  await site.openSettings();
  await site.settings.getByRole('button', { name: 'Godkänn alla' }).hover();
  await page.setViewportSize({ width: 500, height: 500 });
  await page.setViewportSize({ width: 1000, height: 700 });
  await site.settled();
  expect(await codes(page)).toEqual([]);
});

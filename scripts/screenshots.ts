/** `node scripts/screenshots.ts`: the pictures in docs/screenshots, taken of the demo with the build in dist. */
import { mkdirSync } from 'node:fs';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import { startDemo } from '../demo/server.ts';
import { chromiumLaunch } from './browsers.ts';

interface Picture {
  readonly name: string;
  readonly path?: string;
  readonly look?: BrowserContextOptions;
  readonly act?: (page: Page) => Promise<void>;
}

const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const openSettings = (page: Page) => page.getByRole('button', { name: 'Anpassa' }).click();
const showEmbed = async (page: Page) => {
  await page.getByRole('button', { name: 'Neka alla' }).click();
  await page.locator('.samtycke-embed').first().scrollIntoViewIfNeeded();
};
const showDeclaration = async (page: Page) => {
  await page.getByRole('button', { name: 'Neka alla' }).click();
  const heading = page.getByRole('heading', { name: 'Statistik', level: 2 });
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
};

const pictures: readonly Picture[] = [
  { name: 'banner' },
  { name: 'banner-phone', look: { viewport: phone } },
  { name: 'banner-forced-colors', look: { forcedColors: 'active' } },
  {
    name: 'banner-400-percent',
    look: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  },
  { name: 'settings', act: openSettings },
  { name: 'settings-phone', look: { viewport: phone }, act: openSettings },
  { name: 'embed', path: '/inspiration', act: showEmbed },
  { name: 'declaration', path: '/kakor', act: showDeclaration },
  { name: 'declaration-phone', path: '/kakor', look: { viewport: phone }, act: showDeclaration },
];

mkdirSync('docs/screenshots', { recursive: true });
const demo = await startDemo({ port: 0, db: ':memory:' });
const browser = await chromium.launch(chromiumLaunch());
for (const { name, path = '/', look, act } of pictures) {
  const context = await browser.newContext({ viewport: desktop, locale: 'sv-SE', ...look });
  const page = await context.newPage();
  await page.goto(demo.url + path);
  await page.getByRole('button', { name: 'Neka alla' }).waitFor();
  await act?.(page);
  if (act === openSettings) await page.getByRole('dialog').waitFor();
  await page.mouse.move(0, 0); // nothing under the pointer
  await page.screenshot({ path: `docs/screenshots/${name}.png` });
  await context.close();
}
await browser.close();
await demo.stop();

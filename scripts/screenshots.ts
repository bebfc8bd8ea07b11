/**
 * `node scripts/screenshots.ts [state …]`: the pictures in docs/screenshots, of the demo with the build in dist. A sheet
 * for each state, in every theme and size; and the single ones that test/browser/pictures.spec.ts compares.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright';
import { startDemo } from '../demo/server.ts';
import { chromiumLaunch } from './browsers.ts';
import { comparedPictures, fileOf } from './compared-pictures.ts';
import { type Size, type State, sizes, states, takePicture, themes } from './pictures.ts';

const folder = 'docs/screenshots';
/** Names of states; without any, everything is taken anew. */
const only = process.argv.slice(2);
const demo = await startDemo({ port: 0, db: ':memory:' });
const browser = await chromium.launch(chromiumLaunch());

if (!only.length) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const state of states) {
  if (only.length && !only.includes(state.name)) continue;
  writeFileSync(`${folder}/${state.name}.png`, await sheetOf(browser, state));
}
for (const picture of comparedPictures) {
  const { state, theme, size } = picture;
  if (only.length && !only.includes(state.name)) continue;
  writeFileSync(fileOf(picture), await takePicture(browser, demo.url, state, theme, size));
}
await browser.close();
await demo.stop();

/** All pictures of a state, a theme a row, a size a column. */
async function sheetOf(browser: Browser, state: State): Promise<Buffer> {
  const rows: string[] = [];
  for (const theme of themes) {
    const cells: string[] = [];
    for (const size of Object.keys(sizes) as Size[]) {
      const png = await takePicture(browser, demo.url, state, theme, size);
      cells.push(
        `<figure><img height="330" src="data:image/png;base64,${png.toString('base64')}"><figcaption>${theme.name}, ${size}</figcaption></figure>`,
      );
    }
    rows.push(`<div>${cells.join('')}</div>`);
  }
  const page = await browser.newPage({ viewport: { width: 1160, height: 800 } });
  await page.setContent(
    `<style>body{margin:16px;background:#dfe3e6;font:14px sans-serif}div{display:flex;gap:16px}figure{margin:0 0 12px}img{display:block;box-shadow:0 1px 4px #0006}figcaption{padding:6px 0}</style>${rows.join('')}`,
  );
  const sheet = await page.screenshot({ fullPage: true });
  await page.close();
  return sheet;
}

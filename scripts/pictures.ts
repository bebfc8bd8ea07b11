/** What the pictures in docs/screenshots show, and how each is taken of the demo with the build in dist. */
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright';
import type { ConfigInput } from '../src/model/config.ts';

/** What the visitor has before them. */
export interface State {
  readonly name: string;
  readonly path?: string;
  /** Over the demo's own configuration. */
  readonly config?: Partial<ConfigInput>;
  readonly act?: (page: Page) => Promise<void>;
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const openSettings = async (page: Page) => {
  await click(page, 'Anpassa');
  await page.getByRole('dialog').waitFor();
};
/** Reopens the settings by the way that every page of the demo has. */
const reopen = async (page: Page) => {
  await page.getByRole('link', { name: 'Kakinställningar' }).first().click();
  await page.getByRole('dialog').waitFor();
};

export const states: readonly State[] = [
  { name: 'bar' },
  { name: 'corner', config: { ui: { placement: 'corner' } } },
  { name: 'middle', config: { ui: { placement: 'middle' } } },
  { name: 'settings', act: openSettings },
  {
    name: 'services',
    async act(page) {
      await openSettings(page);
      const list = page.getByRole('dialog').getByText('Tjänster (2)').first();
      await list.click();
      await list.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'receipts',
    async act(page) {
      await click(page, 'Godkänn alla');
      await reopen(page);
      const receipts = page.getByRole('dialog').getByText('Mina kvitton', { exact: true });
      await receipts.click();
      await page.locator('.samtycke-receipt').first().waitFor();
      await receipts.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'withdrawn',
    async act(page) {
      await click(page, 'Godkänn alla');
      await reopen(page);
      await click(page, 'Återkalla alla');
      await page.getByRole('heading', { name: 'Ditt samtycke är återkallat' }).waitFor();
    },
  },
  {
    name: 'waiting',
    config: { proof: 'before', endpoint: '/silent' },
    async act(page) {
      await page.route('**/silent', () => {}); // never answered
      await click(page, 'Godkänn alla');
      await page.getByRole('heading', { name: 'Ditt val är på väg' }).waitFor();
    },
  },
  {
    name: 'embed',
    path: '/inspiration',
    async act(page) {
      await click(page, 'Neka alla');
      const embed = page.locator('.samtycke-embed').first();
      await embed.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'declaration',
    path: '/kakor',
    async act(page) {
      await click(page, 'Neka alla');
      const heading = page.getByRole('heading', { name: 'Statistik', level: 2 });
      await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'reopen',
    async act(page) {
      await click(page, 'Neka alla');
      // The demo has ways back of its own; this is what a site without one gets.
      await page.evaluate(() => {
        for (const link of document.querySelectorAll('[data-samtycke=settings]')) {
          if (link.id !== 'samtycke-reopen') link.remove();
        }
      });
      await page.locator('#samtycke-reopen').waitFor();
    },
  },
];

export interface Theme {
  readonly name: string;
  readonly look?: BrowserContextOptions;
  /** What the site's own style sheet says. */
  readonly css?: string;
}

/** The demo's style sheet has colours of its own: without them it is as it comes. */
const asItComes =
  ':root:root{--samtycke-accent:initial;--samtycke-surface:initial;--samtycke-text:initial}';

export const themes: readonly Theme[] = [
  { name: 'the site' },
  { name: 'light', css: asItComes },
  { name: 'dark', look: { colorScheme: 'dark' }, css: asItComes },
  {
    name: 'another site',
    css: ':root:root{--samtycke-accent:#ffc9a3;--samtycke-surface:#3a1230;--samtycke-text:#fdeee4;--samtycke-radius:2px;--samtycke-font:"DejaVu Serif",serif}',
  },
  {
    name: 'more contrast, dark',
    look: { contrast: 'more', colorScheme: 'dark' },
    css: asItComes,
  },
  { name: 'forced colours', look: { forcedColors: 'active' } },
];

export const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 } },
  '400 %': { viewport: { width: 320, height: 256 } },
} as const satisfies Record<string, BrowserContextOptions>;
export type Size = keyof typeof sizes;

/** The picture of one state in one theme and size, as PNG. */
export async function takePicture(
  browser: Browser,
  url: string,
  state: State,
  theme: Theme,
  size: Size,
): Promise<Buffer> {
  const { name: _, path = '/', config, act } = state;
  const context = await browser.newContext({
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
    ...sizes[size],
    ...theme.look,
  });
  try {
    const page = await context.newPage();
    await page.route(url + path, (route) => fulfilWith(route, config));
    // As a constructed sheet, which the demo's policy lets pass.
    await page.addInitScript((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, theme.css ?? '');
    await page.goto(url + path);
    await page.getByRole('button', { name: 'Neka alla' }).waitFor();
    await act?.(page);
    await page.mouse.move(0, 0); // nothing under the pointer
    return await page.screenshot({ caret: 'hide' });
  } finally {
    await context.close();
  }
}

/** Answers with the demo's page, its configuration changed. */
async function fulfilWith(route: Route, config: Partial<ConfigInput> | undefined): Promise<void> {
  const response = await route.fetch();
  const html = await response.text();
  const body = html.replace(
    /(<script type="application\/json" id="samtycke-config">)([\s\S]*?)(?=<\/script>)/,
    (_, start, json) => start + JSON.stringify({ ...JSON.parse(json), ...config }),
  );
  await route.fulfill({ response, body });
}

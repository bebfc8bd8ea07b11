/** Shows one layer in a real browser, decides in it, and holds the receipt against what was read. */
import type { Browser, BrowserContext, Locator, Page, Route } from 'playwright';
import { headParts } from '../../markup/head-parts.ts';
import { ownFile } from '../../markup/own-files.ts';
import { canonical } from '../../model/canonical.ts';
import { formatChoice } from '../../model/choice-cookie.ts';
import type { Receipt } from '../../model/receipt.ts';
import { hashOf } from '../../model/sha256.ts';
import type { ReadConfig } from '../read-config-file.ts';
import type { ShownLayer } from './shown-layers.ts';

/** The two looks that a visitor's system asks for. */
export const themes = ['light', 'dark'] as const;

/** What is shown, to whom. */
export interface LayerInput {
  readonly source: ReadConfig;
  readonly language: string;
  readonly shown: ShownLayer;
  /** A style sheet of the site's. */
  readonly css: string;
}

/** What a receipt names by its hash. */
export interface Notice {
  readonly hash: string;
  /** The canonical list that the hash is made of: strings in the order of the screen, language, layer. */
  readonly text: string;
}

/** A picture for each theme. */
export type Pictures = Readonly<Record<(typeof themes)[number], Uint8Array>>;

const wide = { width: 1280, height: 800 };
const patienceMs = 15_000; // a browser that has just started on a busy machine needs some seconds

/**
 * Reads a layer and takes its pictures, unless `isKnown` says that they are there. Then it
 * decides in it: throws when the receipt's hash is not that of the texts which were read.
 */
export async function renderLayer(
  browser: Browser,
  input: LayerInput,
  isKnown: (notice: Notice) => boolean,
): Promise<{ readonly notice: Notice; readonly pictures: Pictures | undefined }> {
  const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce' });
  context.setDefaultTimeout(patienceMs);
  try {
    const site = await openSite(context, input);
    const page = await context.newPage();
    const root = await openLayer(page, site.origin, input.shown);
    const strings = await root.evaluate(stringsIn);
    const text = canonical([...strings, input.language, input.shown.layer]);
    const notice = { hash: hashOf(text), text };
    const pictures = isKnown(notice) ? undefined : await picturesOf(page, root);
    await root.locator('.samtycke-equal > button').first().click();
    const receipt = await site.receipt;
    if (receipt.notice.hash !== notice.hash) {
      throw new Error(
        `The receipt of ${input.shown.name} (${input.language}) names ${receipt.notice.hash}, but its texts have the hash ${notice.hash}. This is a fault of samtycke; please report it.`,
      );
    }
    return { notice, pictures };
  } finally {
    await context.close();
  }
}

/** A site that only this browser sees: whatever else is asked for goes nowhere. */
async function openSite(context: BrowserContext, { source, language, shown, css }: LayerInput) {
  const { input, config } = source;
  const host = config.cookieDomain?.replace(/^\./, '') ?? 'snapshot.invalid';
  const origin = `https://${host}`;
  const endpoint = new URL(config.endpoint, origin).href;
  const { config: block, script } = headParts(input, { script: '/samtycke/samtycke.js' });
  const { id, category } = shown.service ?? {};
  const embed = id
    ? `<iframe data-category="${category}" data-service="${id}" data-src="https://${host}/embed" width="560" height="315"></iframe>`
    : '';
  const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${host}</title>${block}${script}<style>${css.replaceAll('</', '<\\/')}</style></head><body>${embed}</body></html>`;
  if (shown.choice) {
    const value = encodeURIComponent(formatChoice(shown.choice));
    await context.addCookies([{ name: config.cookieName, value, url: origin, secure: true }]);
  }
  const receipt = new Promise<Receipt>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No receipt of ${shown.name} (${language}) came within 15 s.`)),
      patienceMs,
    );
    const answer = (route: Route): Promise<void> => {
      const request = route.request();
      const url = new URL(request.url());
      const own = /^\/samtycke\/(samtycke[\w.-]*\.js)$/.exec(url.pathname)?.[1];
      if (request.method() === 'POST' && url.href === endpoint) {
        const body = request.postData() ?? '';
        const sent = JSON.parse(body) as Receipt;
        clearTimeout(timer);
        resolve(sent);
        const headers = { 'access-control-allow-origin': '*' };
        return route.fulfill({ status: 201, headers, json: { id: sent.id, hash: hashOf(body) } });
      }
      if (url.origin !== origin) return route.abort();
      if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: page });
      if (own) return route.fulfill({ contentType: 'text/javascript', body: ownFile(own) });
      return route.abort();
    };
    context.route('**/*', answer).catch(reject);
  });
  receipt.catch(() => {}); // thrown where it is awaited, unless something else failed before
  return { origin, receipt };
}

async function openLayer(page: Page, origin: string, { layer }: ShownLayer): Promise<Locator> {
  await page.goto(origin + (layer === 2 ? '/#kakinstallningar' : '/'));
  const root = page.locator(
    ['.samtycke-embed', '#samtycke-consent', '#samtycke-settings'][layer] ?? '',
  );
  await root.locator('.samtycke-equal > button').first().waitFor();
  return root;
}

/** One picture in each theme, of all that a visitor can scroll to. */
async function picturesOf(page: Page, root: Locator): Promise<Pictures> {
  const height = await root.evaluate((element) => {
    element.style.setProperty('max-height', 'none', 'important');
    return element.scrollHeight;
  });
  await page.setViewportSize({ ...wide, height: Math.max(wide.height, height + 64) }); // 64: room above and below
  await page.mouse.move(0, 0); // nothing under the pointer
  const pictures: Partial<Record<(typeof themes)[number], Uint8Array>> = {};
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    pictures[colorScheme] = await root.screenshot({ animations: 'disabled' });
  }
  return pictures as Pictures;
}

/** What is used of a node in the page: this folder is compiled without the DOM. */
interface ShownNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<ShownNode>;
  readonly defaultChecked?: boolean;
  matches?(selector: string): boolean;
}

/** Runs in the page, so it names nothing outside itself. The same strings as src/ui/notice.ts reads: each receipt's hash shows it. */
function stringsIn(root: unknown): string[] {
  const strings: string[] = [];
  const read = (node: ShownNode) => {
    for (const child of node.childNodes) {
      const isComment = child.nodeType === 8;
      if (isComment || child.matches?.('details > :not(summary)')) continue;
      const box = child.defaultChecked;
      const text = box === undefined ? child.nodeValue?.trim() : box ? '[x]' : '[ ]';
      if (text) strings.push(text);
      read(child);
    }
  };
  read(root as ShownNode);
  return strings;
}

/** The five custom properties, each alone and together: what a visitor gets, measured, and what the developer is told. */
import type { Page } from 'playwright/test';
import { coloursOf, contrast, type Rgb, type Theme } from '../../src/model/theme.ts';
import { expect, test } from './fixtures.ts';

const config = { services: ['youtube' as const, 'posthog' as const] };

/** What sites write. Each is lawful alone; several together too. */
const themes: readonly Readonly<Record<string, string>>[] = [
  {},
  { accent: '#8a1c4a' },
  { accent: 'rgb(0 90 60)', radius: '0', font: 'Georgia, serif' },
  { surface: '#111827' },
  { surface: 'rgb(0 135 105)' }, // as near as can be to the middle between black and white
  { text: '#eee' },
  { surface: '#3a1230', text: '#fdeee4' },
  { surface: '#3a1230', accent: '#ffc9a3' },
  { accent: '#ffc9a3', surface: '#3a1230', text: '#fdeee4', radius: '2px', font: 'monospace' },
];

const cssOf = (theme: Readonly<Record<string, string>>) =>
  `<style>:root{${Object.entries(theme)
    .map(([name, value]) => `--samtycke-${name}:${value};`)
    .join('')}}</style>`;

/** As painted: on a canvas, since computed colours come in many notations. */
const paintedIn = (page: Page, theme: Readonly<Record<string, string>>) =>
  page.evaluate((names) => {
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const painted = (color: string) => {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red / 255, green / 255, blue / 255] as const;
    };
    const style = (selector: string) =>
      getComputedStyle(document.querySelector(`#samtycke-consent${selector}`) as Element);
    const set = (name: string) => (names[name] ? { [name]: painted(names[name]) } : {});
    const answer = style(' .samtycke-equal button');
    const other = style(' .samtycke-more button');
    return {
      theme: { ...set('accent'), ...set('surface'), ...set('text') },
      surface: painted(style('').backgroundColor),
      text: painted(style('').color),
      link: painted(style(' a').color),
      answer: painted(answer.backgroundColor),
      answerText: painted(answer.color),
      otherText: painted(other.color),
      otherBorder: painted(other.borderTopColor),
      otherSurface: painted(other.backgroundColor),
    };
  }, theme);

function expectReadable(painted: Awaited<ReturnType<typeof paintedIn>>, what: string): void {
  const pairs: readonly (readonly [string, Rgb, Rgb, number])[] = [
    ['text', painted.text, painted.surface, 4.5],
    ['link', painted.link, painted.surface, 4.5],
    ['answer', painted.answerText, painted.answer, 4.5],
    ['other button', painted.otherText, painted.otherSurface, 4.5],
    ['edge of an answer', painted.answer, painted.surface, 3],
    ['edge of another button', painted.otherBorder, painted.surface, 3],
  ];
  for (const [name, one, other, least] of pairs) {
    expect(contrast(one, other), `${name}, ${what}`).toBeGreaterThanOrEqual(least);
  }
}

test('LAW 76: each of the five properties alone and all together give what can be read', {
  tag: '@once',
}, async ({ site, page }) => {
  for (const [index, theme] of themes.entries()) {
    await site.open({ path: `/${index}`, config, head: cssOf(theme) });
    await expect(site.banner).toBeVisible();
    const painted = await paintedIn(page, theme);
    const what = JSON.stringify(theme);
    expectReadable(painted, what);
    // What the checks reckon with is what is painted.
    const { accent, surface, text } = coloursOf(painted.theme as Theme);
    expect([painted.answer, painted.surface, painted.text], what).toEqual([accent, surface, text]);
  }
});

test('LAW 76: also in the dark, and for who asks for more contrast', {
  tag: ['@plain', '@chromium'],
}, async ({ site, page }) => {
  const harsh = [{ accent: '#000' }, { accent: '#ff0' }, { accent: '#00f' }];
  for (const [index, theme] of [...themes, ...harsh].entries()) {
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' });
    await site.open({ path: `/${index}`, config, head: cssOf(theme) });
    await expect(site.banner).toBeVisible();
    expectReadable(await paintedIn(page, theme), JSON.stringify(theme));
    await page.emulateMedia({ contrast: 'more' });
    const { answer, text, otherBorder, ...others } = await paintedIn(page, theme);
    expectReadable(
      { answer, text, otherBorder, ...others },
      `more contrast, ${JSON.stringify(theme)}`,
    );
    expect([answer, otherBorder]).toEqual([text, text]);
  }
});

test('on localhost the console names a colour that cannot be read, and one that would do', {
  tag: '@once',
}, async ({ site, page }) => {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await site.open({
    host: 'localhost',
    config,
    head: cssOf({ accent: 'lightskyblue', text: 'oklch(0.3 0 0)', surface: 'blurple' }),
  });
  await expect.poll(() => warnings).toHaveLength(3);
  expect(warnings[0]).toBe('samtycke: --samtycke-surface is "blurple", which is no colour.');
  expect(warnings[1]).toMatch(/--samtycke-text is not used without --samtycke-surface/);
  expect(warnings[2]).toMatch(
    /--samtycke-accent #87cefa on our white surface has a contrast of 1\.7:1; the answers and links need 4\.5:1 \(WCAG 1\.4\.3\)\. #[0-9a-f]{6} would do\./,
  );

  warnings.length = 0;
  await site.open({ path: '/good', host: 'localhost', config, head: cssOf({ accent: '#8a1c4a' }) });
  await expect(site.banner).toBeVisible();
  await site.settled();
  expect(warnings).toEqual([]);
});

/** Says in the console which colours of the site cannot be read in our banner. */
import { type Rgb, type Theme, themeProblems } from './model/theme.ts';
import type { Page } from './page/page.ts';

/** One console warning for each colour that is too pale or not used, as they are now: at night there may be others. */
export function explainTheme(page: Page): void {
  const theme: { -readonly [Name in keyof Theme]: Theme[Name] } = {};
  const { window, document } = page;
  const style = window.getComputedStyle(document.body);
  for (const name of ['accent', 'surface', 'text'] as const) {
    const property = `--samtycke-${name}`;
    const value = style.getPropertyValue(property).trim();
    if (!value) continue;
    const colour = measured(page, value);
    if (colour) theme[name] = colour;
    else console.warn(`samtycke: ${property} is "${value}", which is no colour.`);
  }
  for (const { message } of themeProblems(theme)) console.warn(`samtycke: ${message}`);
}

/** What a browser paints for a colour, whatever its notation. */
function measured({ window, document }: Page, value: string): Rgb | undefined {
  const probe = document.createElement('span');
  probe.style.color = value;
  probe.style.forcedColorAdjust = 'none';
  if (!probe.style.color) return undefined;
  document.body.append(probe);
  const { color } = window.getComputedStyle(probe);
  probe.remove();
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = '#fff'; // what a translucent colour would lie on
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255];
}

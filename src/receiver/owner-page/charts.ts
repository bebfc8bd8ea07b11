/** Pictures of numbers, each with the numbers themselves beside it: SVG without style attributes, which the page's policy forbids. */
import { type Html, html } from './html.ts';

/** One bar of a list, or one part of it for each state. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly name: string; readonly count: number }[];
}

/** A number as Swedes write it: with a space between thousands. */
export const number = (count: number) => count.toLocaleString('sv-SE');

/** A column a day, and the table that it shows. */
export function dayChart(title: string, days: readonly { day: string; count: number }[]): Html {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const best = days.find(({ count }) => count === most);
  const says = best
    ? `${title}. Flest, ${number(most)}, den ${best.day}.`
    : `${title}. Inga alla dagar.`;
  const height = 100;
  return html`<figure><figcaption><h2>${title}</h2></figcaption>
<svg class="days" viewBox="0 0 ${days.length * 10} ${height}" preserveAspectRatio="none" role="img" aria-label="${says}">${days.map(
    ({ count }, i) => {
      const tall = (count / most) * height;
      return html`<rect x="${i * 10 + 1}" y="${round(height - tall)}" width="8" height="${round(tall)}"/>`;
    },
  )}</svg>
<p class="ends"><span>${days[0]?.day ?? ''}</span><span>${days.at(-1)?.day ?? ''}</span></p>
<details><summary>Som tabell</summary><table><thead><tr><th scope="col">Dag</th><th scope="col" class="n">Antal</th></tr></thead><tbody>${[
    ...days,
  ]
    .reverse()
    .map(
      ({ day, count }) =>
        html`<tr><th scope="row">${day}</th><td class="n">${number(count)}</td></tr>`,
    )}</tbody></table></details></figure>`;
}

/** A table with a bar in each row: as long as its share, in parts when there are several. */
export function barTable(title: string, head: string, bars: readonly Bar[]): Html {
  const columns = [...new Set(bars.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  const sums = bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const all = sums.reduce((sum, count) => sum + count, 0);
  // Parts share their own row's length; single bars share the length of all.
  const whole = (i: number) => Math.max(1, columns.length > 1 ? (sums[i] ?? 0) : all);
  return html`<figure><figcaption><h2>${title}</h2></figcaption><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr><th scope="col">${head}</th>${columns.map(
    (name, i) => html`<th scope="col" class="n">${columns.length > 1 ? keyTo(i) : ''}${name}</th>`,
  )}<th scope="col">Andel</th></tr></thead><tbody>${bars.map(
    ({ label, parts }, i) =>
      html`<tr><th scope="row">${label}</th>${columns.map((name) => {
        const count = parts.find((part) => part.name === name)?.count ?? 0;
        return html`<td class="n">${number(count)} <small>${percent(count / whole(i))}</small></td>`;
      })}<td class="bar">${barOf(parts, columns, whole(i))}</td></tr>`,
  )}</tbody></table></div></figure>`;
}

function barOf(parts: Bar['parts'], columns: readonly string[], whole: number): Html {
  let x = 0;
  const rects = columns.map((name, i) => {
    const width = ((parts.find((part) => part.name === name)?.count ?? 0) / whole) * 100;
    const rect = html`<rect class="p${i}" x="${round(x)}" y="0" width="${round(width)}" height="10"/>`;
    x += width;
    return rect;
  });
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="10"/>${rects}</svg>`;
}

/** The colour of a column, beside its name. */
const keyTo = (i: number) =>
  html`<svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="p${i}" width="10" height="10"/></svg>`;
const percent = (share: number) => `${Math.round(share * 100)} %`;
const round = (value: number) => Math.round(value * 100) / 100;

/** A rough estimate of what a roof can give: runs on the server for the first view, and in the browser after that. */

export const directions = {
  soder: { name: 'Söder', kwhPerKw: 960 },
  sydost: { name: 'Sydost eller sydväst', kwhPerKw: 900 },
  ostvast: { name: 'Öster och väster', kwhPerKw: 790 },
  norr: { name: 'Norr', kwhPerKw: 560 },
} as const;
export type Direction = keyof typeof directions;

export interface Roof {
  readonly areaM2: number;
  readonly direction: Direction;
  readonly usedKwh: number;
}

export interface Estimate {
  readonly panels: number;
  readonly kw: number;
  readonly yearKwh: number;
  /** What the year's sun gives, in percent of what the house uses. */
  readonly shareOfUse: number;
  /** Twelve months from January, in kWh. */
  readonly givenKwh: readonly number[];
  readonly usedKwh: readonly number[];
}

const panelM2 = 1.95; // 1.13 × 1.72 m, a common size
const panelKw = 0.44;
const usable = 0.75; // chimney, edges and walkways take about a quarter

/** How a year's sun in Mälardalen falls on its months; sums to 1. */
const sun = [0.015, 0.038, 0.083, 0.117, 0.15, 0.152, 0.15, 0.12, 0.086, 0.05, 0.024, 0.015];
/** How a house with a heat pump uses its electricity; sums to 1. */
const use = [0.12, 0.11, 0.1, 0.08, 0.065, 0.055, 0.05, 0.055, 0.065, 0.08, 0.1, 0.12];

export const months = [
  'jan',
  'feb',
  'mar',
  'apr',
  'maj',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt',
  'nov',
  'dec',
];

export function estimate(roof: Roof): Estimate {
  const panels = Math.floor((roof.areaM2 * usable) / panelM2);
  const kw = panels * panelKw;
  const yearKwh = kw * directions[roof.direction].kwhPerKw;
  return {
    panels,
    kw,
    yearKwh,
    shareOfUse: roof.usedKwh > 0 ? (100 * yearKwh) / roof.usedKwh : 0,
    givenKwh: sun.map((part) => part * yearKwh),
    usedKwh: use.map((part) => part * roof.usedKwh),
  };
}

/** `9 600` with a no-break space, as numbers are written in Swedish. */
export function inSwedish(number: number, decimals = 0): string {
  return new Intl.NumberFormat('sv-SE', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(number);
}

/** Rounded to two figures: more would promise more than a rough estimate holds. */
export function rounded(number: number): number {
  if (number < 1) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(number)) - 1);
  return Math.round(number / step) * step;
}

const chart = { width: 600, height: 220, bar: 18, gap: 4 };

/** The bars of the chart as SVG elements: what the house uses, and what the sun gives. */
export function chartBars(result: Estimate): string {
  const top = Math.max(...result.givenKwh, ...result.usedKwh, 1);
  const slot = chart.width / months.length;
  const bar = (kind: string, kwh: number, x: number) => {
    const height = (kwh / top) * chart.height;
    return `<rect class="${kind}" x="${x.toFixed(1)}" y="${(chart.height - height).toFixed(1)}" width="${chart.bar}" height="${height.toFixed(1)}" rx="4"/>`;
  };
  return months
    .map((month, index) => {
      const x = index * slot + (slot - 2 * chart.bar - chart.gap) / 2;
      return (
        bar('uses', result.usedKwh[index] ?? 0, x) +
        bar('gives', result.givenKwh[index] ?? 0, x + chart.bar + chart.gap) +
        `<text x="${((index + 0.5) * slot).toFixed(1)}" y="${chart.height + 22}" text-anchor="middle">${month}</text>`
      );
    })
    .join('');
}

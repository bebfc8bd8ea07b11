/** The colours that a site gives samtycke, what follows from them, and whether they can be read. */

/** Red, green and blue of sRGB, 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What a site has set of `--samtycke-accent`, `-surface` and `-text`. */
export interface Theme {
  readonly accent?: Rgb;
  readonly surface?: Rgb;
  readonly text?: Rgb;
}

export interface ThemeProblem {
  /** The property to change. */
  readonly property: string;
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

const leastContrast = 4.5; // WCAG 1.4.3, for text of any size
const white: Rgb = [1, 1, 1];
const black: Rgb = [0, 0, 0];
const ownAccent: Rgb = fromHex('0b4f6c');
const ownText: Rgb = fromHex('18222d');
/** Below it white can be read better than black, and either at 4.58:1 or more. */
const middleLuminance = 0.179;

/** The colours that a visitor who wants light gets: as `ui/styles.ts` has them, a test compares. */
export function coloursOf({ accent, surface, text }: Theme): Required<Theme> {
  if (!surface) return { accent: accent ?? ownAccent, surface: white, text: ownText };
  const readable = text ?? (luminance(surface) < middleLuminance ? white : black);
  return { accent: accent ?? readable, surface, text: readable };
}

/**
 * What cannot be read, or is not used. The dark that comes of itself needs no
 * check: in it the accent is mixed with the text until it can be read.
 */
export function themeProblems(theme: Theme): readonly ThemeProblem[] {
  const { accent, surface, text } = coloursOf(theme);
  const on = theme.surface ? `--samtycke-surface ${toHex(surface)}` : 'our white surface';
  const problems: ThemeProblem[] = [];
  const check = (property: string, colour: Rgb, what: string) => {
    const ratio = contrast(colour, surface);
    if (ratio >= leastContrast) return;
    problems.push({
      property,
      // Rounded down: 4.49 must not read as 4.5.
      message: `${property} ${toHex(colour)} on ${on} has a contrast of ${Math.floor(ratio * 10) / 10}:1; ${what} need ${leastContrast}:1 (WCAG 1.4.3). ${toHex(readableOn(surface, colour))} would do.`,
    });
  };
  if (theme.text && !theme.surface) {
    problems.push({
      property: '--samtycke-text',
      message:
        '--samtycke-text is not used without --samtycke-surface, since nobody knows what it is to be read on. Set both.',
    });
  }
  check('--samtycke-text', text, 'texts');
  if (theme.accent) check('--samtycke-accent', accent, 'the answers and links');
  return problems;
}

/** Contrast ratio of WCAG 2, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The nearest to `colour`, towards black or white, that can be read on `surface`. */
function readableOn(surface: Rgb, colour: Rgb): Rgb {
  const end = contrast(black, surface) > contrast(white, surface) ? black : white;
  const steps = 100;
  for (let step = 0; step <= steps; step++) {
    // Through two digits of hex and back: what is said must hold as it is written.
    const mixed = fromHex(toHex(mix(colour, end, step / steps)).slice(1));
    if (contrast(mixed, surface) >= leastContrast) return mixed;
  }
  return end;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => one[i] + (other[i] - one[i]) * share;
  return [at(0), at(1), at(2)];
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function fromHex(hex: string): Rgb {
  const at = (i: number) => Number.parseInt(hex.slice(i, i + 2), 16) / 255;
  return [at(0), at(2), at(4)];
}

function toHex(colour: Rgb): string {
  const digits = (value: number) =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${colour.map(digits).join('')}`;
}

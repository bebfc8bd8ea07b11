/** Whether the colours that a style sheet gives samtycke can be read (LAW 76). */
import { color, serializeRGB } from '@csstools/css-color-parser';
import { parseComponentValue } from '@csstools/css-parser-algorithms';
import { tokenize } from '@csstools/css-tokenizer';
import { type Rgb, type Theme, themeProblems } from '../../model/theme.ts';
import { customProperties, type Declaration } from './custom-properties.ts';
import type { Finding } from './finding.ts';

const names = ['accent', 'surface', 'text'] as const;

/** Findings in the CSS of one file: by day, and by night where it has colours for that. */
export function themeFindings(css: string, file: string): readonly Finding[] {
  const all = customProperties(css);
  const schemes = [
    { says: '', declarations: all.filter(({ dark }) => !dark) },
    { says: 'in the dark, ', declarations: all },
  ];
  const findings = new Map<string, Finding>();
  for (const { says, declarations } of schemes) {
    const values = new Map(declarations.map((one) => [one.name, one]));
    const theme: { -readonly [Name in keyof Theme]: Theme[Name] } = {};
    const add = (property: string, message: string) => {
      const line = values.get(property)?.line;
      const where = line ? `${file}:${line}` : file;
      // What is wrong by day too is said once.
      if (!findings.has(message)) {
        findings.set(message, { where, severity: 'error', message: says + message });
      }
    };
    for (const name of names) {
      const property = `--samtycke-${name}`;
      if (!values.has(property)) continue;
      const value = resolved(property, values);
      const colour = rgbOf(value);
      if (colour) theme[name] = colour;
      else {
        add(
          property,
          `${property} is "${value}", which cannot be read as a colour here. On localhost the browser's console says whether it is one, and whether it has enough contrast.`,
        );
      }
    }
    for (const { property, message } of themeProblems(theme)) add(property, message);
  }
  return [...findings.values()];
}

/** The value of a property with `var(--other)` replaced by what the same file says of it. */
function resolved(property: string, values: ReadonlyMap<string, Declaration>, depth = 0): string {
  const value = values.get(property)?.value ?? '';
  const most = 10; // a circle of references ends somewhere
  if (depth > most) return value;
  return value.replace(
    /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g,
    (whole, name: string, fallback?: string) =>
      values.has(name) ? resolved(name, values, depth + 1) : (fallback?.trim() ?? whole),
  );
}

function rgbOf(value: string): Rgb | undefined {
  const component = parseComponentValue(tokenize({ css: value }));
  const data = component && color(component);
  if (!data) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (
    serializeRGB(data)
      .toString()
      .match(/[\d.]+/g) ?? []
  ).map(Number);
  // A translucent colour lies on something light at best.
  const on = (channel: number) => (channel / 255) * alpha + 1 - alpha;
  return [on(red), on(green), on(blue)];
}

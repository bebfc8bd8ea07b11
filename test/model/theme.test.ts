import { describe, expect, it } from 'vitest';
import { coloursOf, contrast, type Rgb, themeProblems } from '../../src/model/theme.ts';

const rgb = (hex: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = (hex.match(/../g) ?? []).map(
    (digits) => Number.parseInt(digits, 16) / 255,
  );
  return [red, green, blue];
};

describe('contrast', () => {
  it.each([
    ['000000', 'ffffff', 21],
    ['767676', 'ffffff', 4.54], // the palest grey that WCAG allows on white
    ['777777', 'ffffff', 4.48],
    ['ff0000', 'ffffff', 4],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrast(rgb(one), rgb(other))).toBeCloseTo(ratio, 2);
    expect(contrast(rgb(other), rgb(one))).toBeCloseTo(ratio, 2);
  });
});

describe('themeProblems', () => {
  it.each([
    ['nothing is set', {}],
    ['an accent that can be read on white', { accent: rgb('b3001b') }],
    [
      'three that go together',
      { accent: rgb('ffc9a3'), surface: rgb('3a1230'), text: rgb('ffffff') },
    ],
  ])('says nothing when %s', (_, theme) => {
    expect(themeProblems(theme)).toEqual([]);
  });

  it('names the pair, its ratio and a colour that would do', () => {
    const [problem] = themeProblems({ accent: rgb('ffd400') });
    expect(problem?.property).toBe('--samtycke-accent');
    expect(problem?.message).toMatch(
      /^--samtycke-accent #ffd400 on our white surface has a contrast of 1\.4:1; the answers and links need 4\.5:1 \(WCAG 1\.4\.3\)\. #[0-9a-f]{6} would do\.$/,
    );
  });

  it('proposes what is then no problem, on any surface', () => {
    for (const surface of ['000000', '111827', '3a1230', '777777', '808080', 'ffd400', 'ffffff']) {
      for (const property of ['accent', 'text']) {
        const theme = { surface: rgb(surface), [property]: rgb(surface) };
        const [problem] = themeProblems(theme);
        const proposed = /#([0-9a-f]{6}) would do/.exec(problem?.message ?? '')?.[1] as string;
        expect(themeProblems({ ...theme, [property]: rgb(proposed) })).toEqual([]);
      }
    }
  });

  it('never rounds up to what would be enough', () => {
    expect(themeProblems({ accent: rgb('777777') })[0]?.message).toContain('4.4:1');
  });

  it('says that a text colour without a surface is not used', () => {
    expect(themeProblems({ text: rgb('eeeeee') })[0]?.message).toContain('Set both.');
  });
});

it('a surface alone can be read, whatever it is', () => {
  for (let red = 0; red <= 255; red += 15) {
    for (let green = 0; green <= 255; green += 15) {
      for (let blue = 0; blue <= 255; blue += 15) {
        const { accent, surface, text } = coloursOf({
          surface: [red / 255, green / 255, blue / 255],
        });
        const least = Math.min(contrast(accent, surface), contrast(text, surface));
        if (least < 4.5) expect.fail(`${[red, green, blue]} gives ${least}`);
      }
    }
  }
});

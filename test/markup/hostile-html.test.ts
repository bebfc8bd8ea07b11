/** HTML that nobody would write: nothing throws, nothing else changes, nothing declared is left to load. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRewriter, tagHtml } from '../../src/markup/rewriter.ts';
import { loadsOf } from './loads.ts';
import { config } from './site-config.ts';

const own = [
  ...[
    '<p>',
    '</p>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    '\r\n',
    '\0',
    '&',
    '&amp',
  ],
  ...[
    '<script>',
    '</script>',
    '<script',
    '<style>',
    '</style>',
    '<noscript>',
    '</noscript>',
    '<textarea>',
    '</textarea>',
  ],
  ...[
    '<title>',
    '</title>',
    '<svg>',
    '</svg>',
    '<math>',
    '<mtext>',
    '<foreignObject>',
    '<template>',
    '</template>',
  ],
  ...[
    '<table>',
    '<tr>',
    '</table>',
    '<select>',
    '</select>',
    '<frameset>',
    '<plaintext>',
    '<iframe>',
    '</iframe>',
  ],
  ...[
    '<html>',
    '<head>',
    '</head>',
    '<body>',
    '</body>',
    '</html>',
    '<!doctype html>',
    '<base href="/x/">',
    'å',
    '\ud83d',
  ],
  ...[
    '<img src="/own.gif">',
    '<script src="/own.js"></script>',

    'x',
  ],
];
const declared = [
  '<img src="https://sol.example/p.gif">',
  '<script src=https://sol.example/a.js></script>',
  `<script>fbq('init', '1')</script>`,
  '<iframe src=//sol.example/f></iframe>',
  '<link rel=stylesheet href="https://sol.example/a.css">',
  '<style>@import url(https://sol.example/a.css);b{background:url("https://sol.example/b")}</style>',
  '<b style="background:url(https://sol.example/b)">',
  '<noscript><img src=https://sol.example/p.gif></noscript>',
  '<template><img srcset="https://sol.example/p.gif 2x"></template>',
  '<svg><image href=https://sol.example/p.png></svg>',
  '<object data=https://sol.example/o><embed src=https://sol.example/e></object>',
];
const html = (...pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));

/** The inputs of html5lib's tests, as the npm package `html5` carries them. */
function html5libInputs(): string[] {
  const folder = 'node_modules/html5/test/data';
  const read = (kind: string, extension: string) =>
    readdirSync(`${folder}/${kind}`)
      // Thousands of names of characters are one case for a rewriter.
      .filter((file) => file.endsWith(extension) && !/entities/i.test(file))
      .map((file) => readFileSync(`${folder}/${kind}/${file}`, 'utf8'));
  const tokenizer = read('tokenizer', '.test').flatMap((text) =>
    ((JSON.parse(text) as { tests?: { input: string }[] }).tests ?? []).map(({ input }) => input),
  );
  const trees = read('tree-construction', '.dat').flatMap((text) =>
    text.split(/^#data\n/m).map((part) => part.split(/\n#errors/)[0] ?? ''),
  );
  return [...tokenizer, ...trees];
}

const run = (text: string, ...cuts: readonly number[]) => {
  const rewriter = createRewriter({ config });
  let result = '';
  let from = 0;
  for (const cut of [
    ...cuts.map((at) => at % (text.length + 1)).sort((a, b) => a - b),
    text.length,
  ]) {
    result += rewriter.write(text.slice(from, cut));
    from = cut;
  }
  return result + rewriter.end();
};

// 30 s: a quiet machine needs 2 s in all.
describe('hostile HTML', { timeout: 30_000 }, () => {
  const inputs = html5libInputs();

  it("comes through as it was, in html5lib's tests for parsers", () => {
    expect(inputs.length).toBeGreaterThan(1_000);
    expect(inputs.filter((input) => run(input, 1, 3, 7) !== input)).toEqual([]);
  });

  it("does not keep what stands behind it from being held, in html5lib's tests", () => {
    // Every third one: they are of the same kinds, and each is read four times.
    const some = inputs.filter((_, index) => index % 3 === 0);
    const leaks = some.filter((input) => {
      const result = run(`${input}${declared.join('')}`);
      return run(result) !== result || loadsOf(result).length > 0;
    });
    expect(leaks).toEqual([]);
  });

  it('comes through as it was when nothing of it is declared', () => {
    fc.assert(
      fc.property(html(...own), fc.array(fc.nat()), (text, cuts) => {
        expect(run(text, ...cuts)).toBe(text);
      }),
    );
  });

  it('leaves nothing declared to load, whatever it is cut into, and changes nothing twice', () => {
    // Quotes and braces around them make other CSS of style sheets: those are in the examples.
    const tags = declared.filter((piece) => !piece.startsWith('<style'));
    fc.assert(
      fc.property(html(...own, ...tags), fc.array(fc.nat()), (text, cuts) => {
        const result = run(text, ...cuts);
        expect(result).toBe(run(text));
        expect(run(result)).toBe(result);
        expect(loadsOf(result)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('changes only the elements that it tags', () => {
    const closed = declared.filter((piece) => !/style|template/.test(piece));
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('<p>a</p>', ' b ', '<i\n>c</i>', '<hr/>', '&lt;'),
            fc.constantFrom(...closed),
          ),
        ),
        (pairs) => {
          const { html, tagged } = tagHtml(pairs.flat().join(''), { config });
          const expected = pairs.map(([text, element]) => text + tagHtml(element, { config }).html);
          expect(html).toBe(expected.join(''));
          expect(tagged.length).toBeGreaterThanOrEqual(pairs.length);
        },
      ),
    );
  });

  it('takes a megabyte of tags in well under a second', () => {
    const page = '<div class="a"><p>text <b>bold</b></p><img src="/own.gif"></div>\n'.repeat(
      16_000,
    );
    const start = performance.now();
    expect(run(page)).toBe(page);
    expect(performance.now() - start).toBeLessThan(5_000); // 5 s: 0.4 s on a quiet machine
  });
});

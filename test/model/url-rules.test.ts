import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUrlRules } from '../../src/model/url-rules.ts';

const services = [
  { id: 'tracker', hosts: ['tracker.example'] },
  { id: 'pixel', hosts: ['social.example/tr'] },
  { id: 'maps', hosts: ['search.example/maps', 'search.example/maps/api'] },
  { id: 'search', hosts: ['search.example'] },
  { id: 'twin', hosts: ['tracker.example'] },
  { id: 'idn', hosts: ['mätning.example'] },
  { id: 'own', hosts: ['www.solexempel.se/statistik/'] },
  { id: 'none' },
];
const rules = createUrlRules(services);
const page = 'https://www.solexempel.se/kontakt?utm_source=tracker.example';

/** Not on a declared host: else every URL is parsed, and no shortcut is tried. */
const elsewhere = 'https://www.annan.example/';

const idsOf = (url: string, base = elsewhere) => rules.servicesOf(url, base).map(({ id }) => id);

describe('a URL belongs to a declared service', () => {
  it.each([
    ['https://tracker.example/a.js', 'tracker,twin'],
    ['http://tracker.example', 'tracker,twin'],
    ['//tracker.example/a.js', 'tracker,twin'],
    ['\\\\tracker.example\\a.js', 'tracker,twin'],
    ['https:/tracker.example/a', ''], // relative to an https page
    ['http:tracker.example/a', 'tracker,twin'], // not to this one
    ['wss://tracker.example/live', 'tracker,twin'],
    ['  HTTPS://TRACKER.Example:8443/a.js\n', 'tracker,twin'],
    ['https://tracker.example./a.js', 'tracker,twin'],
    ['https://tracker.example../a.js', 'tracker,twin'],
    ['https://a.b.tracker.example/', 'tracker,twin'],
    ['https://user:secret@tracker.example/', 'tracker,twin'],
    ['https://tra%63ker.example/', 'tracker,twin'],
    ['https://tra\tcker.exam\nple/', 'tracker,twin'],
    ['https://ｔｒａｃｋｅｒ.example/', 'tracker,twin'],
    ['https://tracker。example/', 'tracker,twin'],
    ['https://trac\u00adker.example/', 'tracker,twin'],
    ['https://mätning.example/a', 'idn'],
    ['https://MÄTNING.example/a', 'idn'],
    ['https://xn--mtning-bua.example/a', 'idn'],
    ['https://social.example/tr', 'pixel'],
    ['https://social.example/tr/?id=1', 'pixel'],
    ['https://social.example/tr?id=1', 'pixel'],
    ['https://social.example/tr#a', 'pixel'],
    ['https://social.example/%74r', 'pixel'],
    ['https://social.example/x/../tr', 'pixel'],
    ['https://social.example//tr', 'pixel'],
    ['https://www.social.example/tr/b', 'pixel'],
    ['https://search.example/maps', 'maps'],
    ['https://search.example/maps/api/js', 'maps'],
    ['https://search.example/', 'search'],
    ['https://www.solexempel.se/statistik/a.js', 'own'],
  ])('%s: %s', (url, expected) => {
    expect(idsOf(url).join()).toBe(expected);
  });

  it.each([
    'https://nottracker.example/a.js',
    'https://tracker.example.se/a.js',
    'https://tracker-example/a.js',
    'https://tracker_example/',
    'https://trackerxexample/',
    'https://example/tracker.example',
    'https://other.example/?to=https://tracker.example/',
    'https://other.example/#tracker.example',
    'https://tracker.example@other.example/',
    'https://other.example\\@tracker.example/', // a path for browsers
    'https://social.example/track',
    'https://social.example/TR',
    'https://social.example/a/tr',
    'https://social.example/',
    'https://social.example/%tr',
    '/kontakt',
    'data:text/html,https://tracker.example/',
    'blob:https://tracker.example/2f1c',
    'about:blank#tracker.example',
    'javascript:"https://tracker.example/"',
    'mailto:a@tracker.example',
    'ftp://tracker.example/a.js', // no browser goes there
    'web+own://tracker.example/',
    'https://',
    'https://[tracker.example',
    '',
  ])('%s belongs to none', (url) => {
    expect(idsOf(url)).toEqual([]);
  });

  it('also when only its base is on a declared host', () => {
    expect(idsOf('/statistik/a.js', page)).toEqual(['own']);
    expect(idsOf('statistik/a.js', page)).toEqual(['own']);
    expect(idsOf('?a=1', page)).toEqual([]);
    expect(idsOf('a.js', 'https://tracker.example/sub/')).toEqual(['tracker', 'twin']);
    expect(idsOf('a.js', 'about:blank')).toEqual([]);
    expect(rules.servicesOf('a.js')).toEqual([]);
  });
});

it.each([
  'http://192.0.2.7/a',
  'http://0xc0.0.2.7/a',
  'http://3221225991/a',
  'http://[2001:db8:0:0::7]:8080/a',
])('a machine without a name is found in every spelling: %s', (url) => {
  const { servicesOf } = createUrlRules([{ hosts: ['192.0.2.7', '[2001:db8::7]', 'a.example'] }]);
  expect(servicesOf(url)).toHaveLength(1);
  expect(servicesOf('http://192.0.2.70/')).toEqual([]);
});

it('understands entries that are more than a host', () => {
  const hosts = [
    'https://a.example/p',
    '*.b.example',
    '.c.example',
    '//d.example',
    'e.example:8080',
  ];
  const { servicesOf } = createUrlRules([{ hosts: [...hosts, 'f.example/?q', '', ':', 'x y'] }]);
  const found = 'a.example/p b.example x.c.example d.example e.example f.example'.split(' ');
  for (const host of found) expect(servicesOf(`http://${host}`), host).toHaveLength(1);
  expect(servicesOf('http://a.example/')).toEqual([]);
  expect(servicesOf('http://other.example/')).toEqual([]);
});

it('mentions what stands in a text, and nothing where nothing is declared', () => {
  expect(rules.mentions('<img src="//TRACKER.example/a.gif">')).toBe(true);
  expect(rules.mentions('<img src="//example/a.gif">')).toBe(false);
  expect(rules.mentions('<img src="//mätning.example/a.gif">')).toBe(true);
  expect(rules.mentions('<img src="/a.gif">', elsewhere)).toBe(false);
  expect(rules.mentions('<img src="/a.gif">', page)).toBe(true);
  expect(createUrlRules([]).mentions('anything')).toBe(false);
  expect(createUrlRules([]).servicesOf(page)).toEqual([]);
});

/** The same question answered slowly, entry by entry and without the cheap test before. */
function slowly(text: string, base: string): string[] {
  if (!URL.canParse(text, base)) return [];
  const { protocol, hostname, pathname } = new URL(text, base);
  if (!['http:', 'https:', 'ws:', 'wss:'].includes(protocol)) return [];
  const host = hostname.replace(/\.+$/, '');
  let best = '';
  for (const entry of services.flatMap(({ hosts = [] }) => hosts)) {
    const { hostname: declared, pathname: path } = new URL(`http://${entry}`);
    const prefix = path.replace(/\/$/, '');
    const asRead = decoded(pathname).replace(/\/+/g, '/');
    const fits =
      (host === declared || host.endsWith(`.${declared}`)) &&
      (asRead === prefix || asRead.startsWith(`${prefix}/`));
    if (fits && entry.length > best.length) best = entry;
  }
  return services.filter(({ hosts = [] }) => hosts.includes(best)).map(({ id }) => id);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const hosts = services.flatMap((service) => service.hosts ?? []).map((one) => one.split('/')[0]);
const spelled = fc
  .tuple(
    fc.constantFrom('tracker.example', 'social.example', 'mätning.example', '192.0.2.7', ...hosts),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('\t', '\n', 'ＵＰ', '%', '\u00ad', 'up', '。', '', '', '', ''),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([host = '', changes]) =>
    changes.reduce((text, [at, change]) => {
      const i = at % text.length;
      const letter = text[i] as string;
      const instead: Record<string, string> = {
        ＵＰ: String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
        '%': `%${letter.charCodeAt(0).toString(16)}`,
        up: letter.toUpperCase(),
        '。': letter === '.' ? '。' : letter,
        '': letter,
      };
      return text.slice(0, i) + (instead[change] ?? change + letter) + text.slice(i + 1);
    }, host),
  );
const piece = fc.oneof(
  spelled,
  fc.constantFrom('', '/', '//', '\\', ':', '.', '..', '@', 'a@', '?', '#', '[', ']', ':80', '-'),
  fc.constantFrom('tr', 'maps', 'maps/api', 'statistik', 'x', 'com', 'www.', '%74r', '%', 'ö'),
);
const scheme = fc.constantFrom(
  ...[
    'https://',
    'http://',
    '//',
    'wss:',
    'http:',
    '',
    'data:',
    'blob:',
    'blob:https://',
    'ftp://',
  ],
);
const anyUrl = fc
  .tuple(scheme, fc.array(piece, { maxLength: 6 }))
  .map(([first, rest]) => first + rest.join(''));

it('finds in any spelling what a parser without shortcuts finds', () => {
  fc.assert(
    fc.property(anyUrl, fc.constantFrom(page, elsewhere, 'http://x/'), (url, base) => {
      expect(idsOf(url, base)).toEqual(slowly(url, base));
    }),
    { numRuns: 3_000 }, // under a second; shortcuts that miss a spelling fail within a few hundred
  );
});

it('reads an entry in the short way as a parser does', () => {
  const part = fc.stringMatching(/^[a-z0-9./_-]{1,12}$/);
  fc.assert(
    fc.property(part, fc.constantFrom('', '/', '/a', '/a/'), (host, path) => {
      const short = createUrlRules([{ hosts: [host + path] }]);
      const long = createUrlRules([{ hosts: [`http://${host}${path}`] }]);
      for (const url of [`https://${host}${path}`, `https://x.${host}/`, `https://${host}/a/b`]) {
        expect(short.servicesOf(url).length, url).toBe(long.servicesOf(url).length);
      }
    }),
    { numRuns: 2_000 },
  );
});

it('takes any text and any list of hosts', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), fc.string(), (entries, url, base) => {
      createUrlRules([{ hosts: entries }]).servicesOf(url, base);
    }),
  );
});

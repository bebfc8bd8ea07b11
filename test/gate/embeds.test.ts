// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { isPutAway, putAway, putInPlace } from '../../src/gate/embeds.ts';

const trust = (_: string, text: string) => text;

function show(html: string): Element {
  document.body.innerHTML = html;
  return document.body.querySelector('[data-category]') as Element;
}

beforeEach(() => {
  vi.spyOn(window.HTMLMediaElement.prototype, 'load').mockImplementation(() => {});
});

test.each([
  [
    '<iframe data-category="x" data-src="a"></iframe>',
    '<iframe data-category="x" src="a"></iframe>',
  ],
  ['<link data-category="x" data-href="a">', '<link data-category="x" href="a">'],
  [
    '<object data-category="x" data-data="a"></object>',
    '<object data-category="x" data="a"></object>',
  ],
  [
    '<iframe data-category="x" data-cookieblock-src="a"></iframe>',
    '<iframe data-category="x" src="a"></iframe>',
  ],
  [
    '<picture><source data-srcset="a"><img data-category="x" data-src="b"></picture>',
    '<picture><source srcset="a"><img data-category="x" src="b"></picture>',
  ],
  [
    '<video data-category="x" data-poster="p"><source data-src="a"><track data-src="t"></video>',
    '<video data-category="x" poster="p"><source src="a"><track src="t"></video>',
  ],
])('puts %s in place', (held, shown) => {
  const element = show(held);
  expect(isPutAway(element)).toBe(true);
  expect(putInPlace(element, trust)).toBe(true);
  expect(document.body.innerHTML).toBe(shown);
  expect(isPutAway(element)).toBe(false);
  expect(putInPlace(element, trust)).toBe(false);
});

test('sets srcdoc before src and srcset after sizes, so that nothing is fetched in vain', () => {
  for (const [html, order] of [
    ['<iframe data-category="x" data-src="a" data-srcdoc="b">', ['srcdoc', 'src']],
    [
      '<img data-category="x" data-src="a" data-srcset="b" data-sizes="c">',
      ['sizes', 'srcset', 'src'],
    ],
  ] as const) {
    const element = show(html);
    const setAttribute = vi.spyOn(element, 'setAttribute');
    putInPlace(element, trust);
    expect(setAttribute.mock.calls.map(([name]) => name)).toEqual(order);
  }
});

test('asks for trust where the browser demands it, and nowhere else', () => {
  const asked: string[] = [];
  const note = (sink: string, text: string) => {
    asked.push(`${sink} ${text}`);
    return text;
  };
  putInPlace(show('<iframe data-category="x" data-src="a" data-srcdoc="b"></iframe>'), note);
  putInPlace(show('<img data-category="x" data-src="c">'), note);
  putInPlace(show('<embed data-category="x" data-src="d">'), note);
  putInPlace(show('<object data-category="x" data-data="e"></object>'), note);
  expect(asked).toEqual(['createHTML b', 'createScriptURL d', 'createScriptURL e']);
});

test('leaves the parts that have a tag of their own', () => {
  const element = show(
    '<video data-category="x"><source data-category="y" data-src="a"><source data-src="b"></video>',
  );
  putInPlace(element, trust);
  expect(element.innerHTML).toBe('<source data-category="y" data-src="a"><source src="b">');
});

test('puts an element away in its place, and keeps its addresses', () => {
  const element = show('<i></i><iframe data-category="x" src="a" srcdoc="b"></iframe><b></b>');
  putAway(element);
  expect(document.body.innerHTML).toBe(
    '<i></i><iframe data-category="x" data-srcdoc="b" data-src="a"></iframe><b></b>',
  );
  expect(document.querySelector('iframe')).toBe(element);
});

test('does not touch an element that has nothing to put away', () => {
  const element = show('<iframe data-category="x"></iframe>');
  const remove = vi.spyOn(element, 'remove');
  putAway(element);
  expect(remove).not.toHaveBeenCalled();
});

test('tells a video to look for its sources when they come and when they go', () => {
  const element = show('<video data-category="x"><source data-src="a"></video>');
  const { load } = element as HTMLVideoElement;
  putInPlace(element, trust);
  expect(load).toHaveBeenCalledTimes(1);
  putInPlace(element, trust); // a second yes must not start a playing video again
  expect(load).toHaveBeenCalledTimes(1);
  putAway(element);
  expect(load).toHaveBeenCalledTimes(2);
  expect(element.innerHTML).toBe('<source data-src="a">');
});

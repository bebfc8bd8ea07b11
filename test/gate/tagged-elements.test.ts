// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { taggedElements, tagOf } from '../../src/gate/tagged-elements.ts';

function parse(html: string): Element {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild as Element;
}

const plain = (attributes: string) => parse(`<script type="text/plain" ${attributes}></script>`);

test.each([
  ['a category', 'data-category="statistics"', { category: 'statistics' }],
  ['an alias', 'data-category="Analytics"', { category: 'statistics' }],
  [
    'several categories',
    'data-category="statistics marketing"',
    { category: 'statistics', categories: ['statistics', 'marketing'] },
  ],
  [
    'a category and a service',
    'data-category="marketing" data-service="youtube"',
    { category: 'marketing', service: 'youtube' },
  ],
  ['a service only', 'data-service="youtube"', { category: '', service: 'youtube' }],
  ['Cookiebot', 'data-cookieconsent="statistics"', { category: 'statistics' }],
  [
    'Cookiebot, several',
    'data-cookieconsent="preferences, marketing"',
    { category: 'preferences', categories: ['preferences', 'marketing'] },
  ],
  ['OneTrust', 'class="a optanon-category-C0004 b"', { category: 'marketing' }],
  [
    'OneTrust, several',
    'class="optanon-category-C0002-C0004"',
    { category: 'statistics', categories: ['statistics', 'marketing'] },
  ],
  ['CookieYes', 'data-cookieyes="cookieyes-analytics"', { category: 'statistics' }],
  [
    'Klaro',
    'data-type="application/javascript" data-name="matomo"',
    { category: '', service: 'matomo' },
  ],
  ['Orejime', 'data-purpose="analytics"', { category: 'statistics' }],
  [
    'our own before that of another',
    'data-category="own" data-cookieconsent="marketing"',
    { category: 'own' },
  ],
  ['an own category with a hyphen', 'data-category="my-own"', { category: 'my-own' }],
  ['no data-name beside a category', 'data-category="own" data-name="x"', { category: 'own' }],
  ['nothing, which nobody accepts', 'data-category=""', { category: '' }],
])('reads %s', (_, attributes, tag) => {
  expect(plain(attributes).matches(taggedElements)).toBe(true);
  expect(tagOf(plain(attributes))).toEqual(tag);
});

test.each([
  '<script data-category="statistics"></script>',
  '<script type="application/ld+json" data-category="statistics"></script>',
  '<script type="importmap" data-category="statistics"></script>',
  '<script type="speculationrules" data-category="statistics"></script>',
  '<script type="text/plain"></script>',
  '<iframe data-name="x" data-src="x"></iframe>',
  '<div data-category="statistics"></div>',
  '<img data-src="lazy.jpg">',
])('does not look at %s', (html) => {
  expect(parse(html).matches(taggedElements)).toBe(false);
});

test.each(['iframe', 'img', 'link', 'video', 'audio', 'source', 'embed', 'object', 'template'])(
  'looks at a tagged %s',
  (name) => {
    expect(parse(`<${name} data-category="statistics">`).matches(taggedElements)).toBe(true);
  },
);

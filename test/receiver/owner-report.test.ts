// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { report } from '../../src/receiver/owner-page/report.ts';
import type { DailyCount } from '../../src/receiver/store.ts';

const count = (
  day: string,
  kind: DailyCount['kind'],
  name: string,
  number: number,
): DailyCount => ({ day, kind, name, count: number });

const counts = [
  count('2026-11-20', 'decisions', '', 1200),
  count('2026-11-22', 'decisions', '', 300),
  count('2026-11-20', 'action', 'reject_all', 1000),
  count('2026-11-22', 'action', 'accept_all', 500),
  count('2026-11-20', 'choice', 'necessary=required', 1500),
  count('2026-11-20', 'choice', 'statistics=granted', 300),
  count('2026-11-22', 'choice', 'statistics=granted', 75),
  count('2026-11-20', 'choice', 'statistics=denied', 1125),
  count('2026-11-20', 'language', 'sv', 1500),
];

const documentOf = (...args: Parameters<typeof report>) =>
  new DOMParser().parseFromString(report(...args).markup, 'text/html');
const rowsOf = (document: Document, title: string) => {
  const figure = [...document.querySelectorAll('figure')].find((one) =>
    one.textContent?.includes(title),
  );
  return [...(figure?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td.n')].map((cell) => cell.textContent?.replace(/\s/g, ' ')),
  );
};

describe('the report', () => {
  it('shows each day, action, category and language with its numbers', () => {
    const document = documentOf('2026-11-19', '2026-11-22', counts);
    expect(document.querySelector('.sum')?.textContent?.replace(/\s/g, ' ')).toContain(
      '1 500 beslut från 2026-11-19 till 2026-11-22',
    );
    expect(rowsOf(document, 'Beslut per dag')).toEqual([
      ['2026-11-22', '300'],
      ['2026-11-21', '0'],
      ['2026-11-20', '1 200'],
      ['2026-11-19', '0'],
    ]);
    expect(document.querySelector('.days')?.getAttribute('aria-label')?.replace(/\s/g, ' ')).toBe(
      'Beslut per dag. Flest, 1 200, den 2026-11-20.',
    );
    const heights = [...document.querySelectorAll('.days rect')].map((one) =>
      Number(one.getAttribute('height')),
    );
    expect(heights).toEqual([0, 100, 0, 25]);
    expect(rowsOf(document, 'Hur man svarade')).toEqual([
      ['Neka alla', '1 000 67 %'],
      ['Godkänn alla', '500 33 %'],
    ]);
    expect(rowsOf(document, 'Svar per kategori')).toEqual([
      ['Statistik', '375 25 %', '0 0 %', '1 125 75 %', '0 0 %'],
    ]);
    expect(rowsOf(document, 'Språk')).toEqual([['sv', '1 500 100 %']]);
    // The page's policy would drop them.
    expect(document.querySelector('[style], script')).toBeNull();
  });

  it('says when there is nothing', () => {
    expect(report('2026-11-19', '2026-11-22', []).markup).toBe(
      '<p>Inga beslut från 2026-11-19 till 2026-11-22.</p>',
    );
  });

  it('shows names as text, whatever they are', () => {
    const name = `<img src=x onerror="alert('1')">&`;
    const document = documentOf('2026-11-22', '2026-11-22', [
      count('2026-11-22', 'decisions', '', 1),
      count('2026-11-22', 'action', name, 1),
      count('2026-11-22', 'choice', `${name}=${name}`, 1),
      count('2026-11-22', 'language', '__proto__', 1),
    ]);
    expect(document.querySelector('img')).toBeNull();
    expect(rowsOf(document, 'Hur man svarade')[0]?.[0]).toBe(name);
    expect(rowsOf(document, 'Språk')[0]?.[0]).toBe('__proto__');
  });
});

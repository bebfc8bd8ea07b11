// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { answerIn } from '../../src/ui/answers.ts';
import { stringsIn } from '../../src/ui/notice.ts';

const layer = (html: string): HTMLElement => {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root;
};

test('notes every string in order, with each box as it stood at first', () => {
  const root = layer(
    '<h2>Rubrik</h2><p> Text med <strong>Statistik:</strong> i </p><label>Statistik<input type="checkbox"></label><label>Film<input type="checkbox" checked></label><button>Neka alla</button>',
  );
  const [first, second] = root.querySelectorAll('input');
  if (first) first.checked = true;
  if (second) second.checked = false;
  expect(stringsIn(root)).toEqual([
    ...['Rubrik', 'Text med', 'Statistik:', 'i'],
    ...['Statistik', '[ ]', 'Film', '[x]', 'Neka alla'],
  ]);
});

test('leaves out what is folded away, so that the same notice always has the same hash', () => {
  const closed = layer('<details><summary>Tjänster (1)</summary></details>');
  const open = layer('<details open><summary>Tjänster (1)</summary><p>2026-11-22</p></details>');
  expect(stringsIn(open)).toEqual(stringsIn(closed));
  expect(stringsIn(open)).toEqual(['Tjänster (1)']);
});

test('answers exactly what the boxes show', () => {
  const root = layer(
    '<input type="checkbox" name="categories.statistics"><input type="checkbox" name="services.youtube" checked>',
  );
  expect(answerIn(root)).toEqual({
    categories: { statistics: false },
    services: { youtube: true },
  });
});

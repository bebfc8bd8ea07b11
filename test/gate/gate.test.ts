// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { createGate, type Tag } from '../../src/gate/gate.ts';
import type { SamtyckeError } from '../../src/model/errors.ts';
import { takeNatives } from '../../src/page/natives.ts';
import type { Page } from '../../src/page/page.ts';

/** A page of its own for each test: jsdom has one document, a gate watches it for good. */
function start(html: string, accepted: readonly string[] = []) {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const window = frame.contentWindow as Page['window'];
  const { document: inner } = window;
  inner.body.innerHTML = html;
  const page: Page = {
    window,
    document: inner,
    natives: takeNatives(window),
    now: Date.now,
  };
  const choice = new Set(['necessary', ...accepted]);
  const problems: SamtyckeError[] = [];
  const onEmbeds = vi.fn();
  const allows = vi.fn(({ category }: Tag) =>
    /necessary|statistics|marketing/.test(category) ? choice.has(category) : undefined,
  );
  const gate = createGate(page, 50, allows, (error) => problems.push(error), onEmbeds);
  return { gate, document: inner, choice, problems, onEmbeds, allows };
}

const later = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => {
  document.body.innerHTML = '';
});

test('lists held embeds in document order, and the same one as the same', async () => {
  const { gate, document, onEmbeds } = start(`
    <iframe id="a" data-category="marketing" data-src="about:blank"></iframe>
    <img data-category="marketing" data-src="x.gif">
    <template id="b" data-category="marketing"><iframe></iframe></template>
    <template data-category="marketing"><p></p></template>
    <iframe id="unknown" data-category="shoes" data-src="about:blank"></iframe>`);
  await later();
  const ids = () => gate.embeds().map(({ element }) => element.id);
  expect(ids()).toEqual(['a', 'b']);
  expect(onEmbeds).toHaveBeenCalledTimes(1);
  const [first] = gate.embeds();
  expect(first?.tag).toEqual({ category: 'marketing' });

  document.body.insertAdjacentHTML(
    'afterbegin',
    '<video id="c" data-category="marketing" data-src="x"></video>',
  );
  await later();
  expect(ids()).toEqual(['c', 'a', 'b']);
  expect(gate.embeds()[1]).toBe(first);

  document.getElementById('a')?.remove();
  await later();
  expect(ids()).toEqual(['c', 'b']);
  expect(onEmbeds).toHaveBeenCalledTimes(3);
});

test('needs every category of a tag', async () => {
  const { gate, document, choice } = start(
    '<img data-cookieconsent="statistics,marketing" data-src="x.gif">',
    ['statistics'],
  );
  await later();
  expect(document.querySelector('img')?.hasAttribute('src')).toBe(false);
  choice.add('marketing');
  gate.open();
  expect(document.querySelector('img')?.getAttribute('src')).toBe('x.gif');
});

test('leaves what has a category that is not of this site as it is', async () => {
  const { gate, document } = start(`
    <img data-category="shoes" src="shoe.jpg"><iframe data-category="shoes" src="about:blank"></iframe>
    <iframe data-cookieconsent="ignore" src="about:blank"></iframe>
    <script type="text/plain" data-cookieconsent="ignore">0</script>`);
  const before = document.body.innerHTML;
  await later();
  gate.close();
  expect(document.body.innerHTML).toBe(before);
});

test('puts back what it put in place, and only that', async () => {
  const { gate, document, choice } = start(
    `<img id="ours" data-category="marketing" data-src="x.gif">
     <img id="theirs" data-category="marketing" src="y.gif">`,
    ['marketing'],
  );
  await later();
  const src = (id: string) => document.getElementById(id)?.getAttribute('src');
  expect([src('ours'), src('theirs')]).toEqual(['x.gif', 'y.gif']);
  choice.delete('marketing');
  gate.close();
  expect([src('ours'), src('theirs')]).toEqual([null, 'y.gif']);
  choice.add('marketing');
  gate.open();
  expect([src('ours'), src('theirs')]).toEqual(['x.gif', 'y.gif']);
});

test('starts nothing when it closes, though something is accepted in the same turn', async () => {
  const { gate, document, choice } = start(
    `<img id="a" data-category="marketing" data-src="x.gif">
     <img id="b" data-category="statistics" data-src="y.gif">`,
    ['marketing'],
  );
  await later();
  choice.delete('marketing');
  choice.add('statistics');
  gate.close(); // signals have not been sent yet
  expect(document.getElementById('b')?.hasAttribute('src')).toBe(false);
  gate.open();
  expect(document.getElementById('b')?.getAttribute('src')).toBe('y.gif');
});

test('takes what was shown once away when it closes', async () => {
  const { gate, document } = start(
    '<iframe data-category="marketing" data-src="about:blank"></iframe>',
  );
  await later();
  gate.embeds()[0]?.showOnce();
  expect(document.querySelector('iframe')?.getAttribute('src')).toBe('about:blank');
  expect(gate.embeds()).toEqual([]);
  gate.open();
  expect(document.querySelector('iframe')?.getAttribute('src')).toBe('about:blank');
  gate.close();
  expect(document.querySelector('iframe')?.hasAttribute('src')).toBe(false);
  expect(gate.embeds()).toHaveLength(1);
});

test('tells which scripts have started', async () => {
  const { gate, choice } = start(`
    <script type="text/plain" data-category="statistics" data-service="own">0</script>
    <script type="text/plain" data-category="marketing">0</script>`);
  await later();
  expect(gate.started()).toEqual([]);
  choice.add('statistics');
  gate.open();
  await later();
  expect(gate.started()).toEqual([{ category: 'statistics', service: 'own' }]);
});

test('asks for nothing when untagged nodes are inserted', async () => {
  const { document, allows } = start('<main></main>');
  await later();
  allows.mockClear();
  const main = document.querySelector('main');
  for (let i = 0; i < 100; i++) main?.append(document.createElement('p'), 'text');
  await later();
  expect(allows).not.toHaveBeenCalled();
});

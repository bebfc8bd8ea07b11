// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { createReleaseQueue } from '../../src/gate/release-queue.ts';
import { takeNatives } from '../../src/page/natives.ts';
import type { Page } from '../../src/page/page.ts';

/** Each held script's attributes, and its place in the order: jsdom loads none, so each external one is waited for. */
const scripts = [
  ['data-type="module"', 8],
  ['data-src="a" defer', 9],
  ['', 4],
  ['data-src="b"', 5],
  ['async', 6],
  ['data-src="c" async', 1],
  ['defer', 7],
  ['data-src="d" async defer', 2],
  ['data-type="module" data-src="e"', 10],
  ['data-type="module" async', 3],
] as const;

test('starts async scripts at once, then the ordered ones, then the deferred ones', async () => {
  document.body.innerHTML = scripts
    .map(
      ([attributes], i) =>
        `<script type="text/plain" data-category="x" id="${i}" ${attributes}></script>`,
    )
    .join('');
  const page = { window, document, natives: takeNatives(window as Page['window']), now: Date.now };
  const started: HTMLScriptElement[] = [];
  const shortMs = 1;
  const add = createReleaseQueue(
    page as Page,
    (_, text) => text,
    shortMs,
    () => {},
    () => true,
    started,
    () => [],
  );
  const held = () => document.querySelectorAll<HTMLElement>('[type="text/plain"]');
  add(held());
  add(held()); // what waits already is passed over
  await expect.poll(() => started.length).toBe(scripts.length);
  const wanted = scripts
    .map(([, place], i) => [place, `${i}`] as const)
    .sort(([a], [b]) => a - b)
    .map(([, id]) => id);
  expect(started.map(({ id }) => id)).toEqual(wanted);
});

test('what is no script is no turn of anybody', async () => {
  document.body.innerHTML =
    '<iframe data-category="x" data-src="about:blank"></iframe><img data-category="x" async data-src="x">';
  const page = { window, document, natives: takeNatives(window as Page['window']), now: Date.now };
  const started: HTMLScriptElement[] = [];
  const before = document.body.innerHTML;
  createReleaseQueue(
    page as Page,
    (_, text) => text,
    1,
    () => {},
    () => true,
    started,
    () => [],
  )(document.querySelectorAll<HTMLElement>('iframe,img'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(started).toEqual([]);
  expect(document.body.innerHTML).toBe(before);
});

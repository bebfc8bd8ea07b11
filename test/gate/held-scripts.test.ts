// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { isRunnable, start, tellsWhenRun } from '../../src/gate/held-scripts.ts';

const trust = (_: string, text: string) => text;
const started = (script: HTMLScriptElement, sink = trust) =>
  start(script, sink, [], () => {}) as HTMLScriptElement;

function held(attributes: string, text = ''): HTMLScriptElement {
  const template = document.createElement('template');
  template.innerHTML = `<script type="text/plain" ${attributes}>${text}</script>`;
  return template.content.firstElementChild as HTMLScriptElement;
}

/** jsdom writes the property `nonce` into the markup, which browsers do not. */
function markupOf(script: Element): string {
  return script.outerHTML.replace(' nonce=""', '');
}

test('runs what browsers run and takes all else for data', () => {
  for (const type of [
    '',
    'text/javascript',
    'application/javascript',
    'text/ecmascript',
    'module',
  ]) {
    expect(isRunnable(type), type).toBe(true);
  }
  for (const type of ['application/ld+json', 'importmap', 'speculationrules', 'text/x-template']) {
    expect(isRunnable(type), type).toBe(false);
  }
});

test.each([
  ['data-src="a"', true],
  ['data-src="a" data-type="module"', true],
  ['data-src="a" data-type="module" nomodule', true],
  ['data-src="a" nomodule', false],
  ['data-src="a" data-type="text/x-template"', false],
])('with %s, waiting for an event makes sense: %s', (attributes, waits) => {
  const script = started(held(attributes));
  // jsdom has no noModule.
  Object.defineProperty(script, 'noModule', { value: script.hasAttribute('nomodule') });
  expect(tellsWhenRun(script)).toBe(waits);
});

test('copies all attributes but its own bookkeeping', () => {
  const script = started(
    held('id="a" data-src="x.js" data-category="y" @odd="1" integrity="z" onload="1"'),
  );
  expect(markupOf(script)).toBe(
    '<script id="a" data-category="y" @odd="1" integrity="z" onload="1" src="x.js"></script>',
  );
});

test('restores the type that was put aside', () => {
  expect(markupOf(started(held('data-type="module"', 'a')))).toBe(
    '<script type="module">a</script>',
  );
});

test('asks for trust for text, address and handlers', () => {
  const asked: string[] = [];
  const note = (sink: string, text: string) => {
    asked.push(`${sink} ${text}`);
    return text;
  };
  started(held('', 'a'), note);
  started(held('data-src="b" onload="c"'), note);
  expect(asked).toEqual(['createScript a', 'createScript c', 'createScriptURL b']);
});

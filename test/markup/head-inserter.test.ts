import { describe, expect, it } from 'vitest';
import { createRewriter, tagHtml } from '../../src/markup/rewriter.ts';
import { config } from './site-config.ts';

const head = { calm: '<CALM>', config: '<CONFIG>', script: '<SCRIPT>', reload: '<RELOAD>' };
const all = Object.values(head).join('');
const put = (html: string) => tagHtml(html, { config, head }).html;
const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';

describe('our own tags', () => {
  it.each([
    [
      'behind what says how the page is encoded',
      `<html><head>${meta}<title>a</title>`,
      '<link rel=icon href=/i.png></head><body>',
    ],
    ['before the first script', '<!doctype html><head>\n', '<script src="/own.js"></script>'],
    ['at the end of an empty head', '<html><head>', '</head><body></body></html>'],
    ['before a body without a head', '<!doctype html>\n<!-- hej -->', '<body><p>x'],
    ['before a text without any tags', '<!doctype html>\n', 'Hej'],
    ['in a page that ends early', '<!doctype html><title>a</title>', ''],
    ['before a paragraph that ends the head', `<title>a</title>${meta}`, '<p>b'],
  ])('stand %s', (_, before, after) => {
    expect(put(before + after)).toBe(before + all + after);
  });

  it('are left out where the page has them, wherever in the head they stand', () => {
    const block = '<script type="application/json" id="samtycke-config">{}</script>';
    const script = '<script src="/x/samtycke.all.js?v=1"></script>';
    const calm = '<meta http-equiv="Content-Security-Policy" content="base-uri *">';
    expect(put(`<head><link rel=x>${block}</head>`)).toBe(
      `<head><CALM><SCRIPT><RELOAD><link rel=x>${block}</head>`,
    );
    expect(put(`<head><style></style>${script}</head>`)).toBe(
      `<head><CALM><CONFIG><RELOAD><style></style>${script}</head>`,
    );
    expect(put(`<head>${calm}<script id="samtycke-head">1</script></head>`)).toBe(
      `<head><CONFIG><RELOAD>${calm}<script id="samtycke-head">1</script></head>`,
    );
  });

  it('are not put into a fragment', () => {
    expect(put('<p>a</p><script src="/own.js"></script>')).toBe(
      '<p>a</p><script src="/own.js"></script>',
    );
    expect(put('')).toBe('');
  });

  it('hold the stream back until the head has ended, and no longer', () => {
    const rewriter = createRewriter({ config, head });
    expect(rewriter.write('<!doctype html><head><meta charset=utf-8><link rel=icon>')).toBe(
      '<!doctype html><head><meta charset=utf-8>',
    );
    expect(rewriter.write('</head>')).toBe(`${all}<link rel=icon></head>`);
    expect(rewriter.write('<p>Hej')).toBe('<p>Hej');
  });
});

import { describe, expect, it } from 'vitest';
import { createRewriter, tagHtml } from '../../src/markup/rewriter.ts';
import { config } from './site-config.ts';

const tag = (html: string, pageUrl?: string) =>
  tagHtml(html, { config, ...(pageUrl && { pageUrl }) }).html;
const sol = 'data-category="marketing" data-service="sol"';

describe('the rewriter holds', () => {
  it.each([
    [
      'a script with an address, its other attributes and its type',
      '<script async TYPE=module src="https://sol.example/a.js" integrity="sha384-x"></script>',
      `<script type="text/plain" ${sol} async data-TYPE=module src="https://sol.example/a.js" integrity="sha384-x"></script>`,
    ],
    [
      'a script whose data-type is something of the site',
      '<script data-type="x" type="module" src="//sol.example/a.js"></script>',
      `<script type="text/plain" ${sol} data-type="module" data-type="x" type="module" src="//sol.example/a.js"></script>`,
    ],
    [
      'an inline snippet',
      `<script>gtag('config', 'G-1');</script>`,
      `<script type="text/plain" data-category="statistics" data-service="google-analytics">gtag('config', 'G-1');</script>`,
    ],
    [
      'an inline script of two services until both are accepted',
      `<script>gtag('config', 'G-1'); fbq('init', '1')</script>`,
      `<script type="text/plain" data-category="statistics,marketing">gtag('config', 'G-1'); fbq('init', '1')</script>`,
    ],
    [
      'a module that imports from a declared host',
      `<script type=module>import x from "https://sol.example/a.js"</script>`,
      `<script type="text/plain" ${sol} data-type=module>import x from "https://sol.example/a.js"</script>`,
    ],
    [
      'what stands in a declarative shadow root',
      '<p><template shadowrootmode=open><img src="https://sol.example/p.gif"></template></p>',
      `<p><template shadowrootmode=open><img ${sol} data-src="https://sol.example/p.gif"></template></p>`,
    ],
    [
      'speculation rules',
      `<script type=speculationrules>{"prefetch":[{"urls":["https://sol.example/"]}]}</script>`,
      `<script type="text/plain" ${sol} data-type=speculationrules>{"prefetch":[{"urls":["https://sol.example/"]}]}</script>`,
    ],
    [
      'a picture by src, and only the attribute that is declared',
      '<img src=https://sol.example/p.gif srcset="/own.gif 2x" alt="">',
      `<img ${sol} data-src=https://sol.example/p.gif srcset="/own.gif 2x" alt="">`,
    ],
    [
      'a picture by srcset',
      '<img src=/own.gif srcset="/a.gif 1x, https://sol.example/p.gif 2x">',
      `<img ${sol} src=/own.gif data-srcset="/a.gif 1x, https://sol.example/p.gif 2x">`,
    ],
    [
      'the old name of a picture',
      '<image src=https://sol.example/p.gif>',
      `<image ${sol} data-src=https://sol.example/p.gif>`,
    ],
    [
      'a picture that is lazy by a script of the site',
      '<img data-src="/big.jpg" src="https://sol.example/p.gif">',
      `<img ${sol} data-src="/big.jpg" data-cookieblock-src="https://sol.example/p.gif">`,
    ],
    [
      'a source, and the track of a video',
      '<video><source src=https://sol.example/v.mp4><track src=https://sol.example/t.vtt></video>',
      `<video><source ${sol} data-src=https://sol.example/v.mp4><track data-src=https://sol.example/t.vtt></video>`,
    ],
    [
      'an iframe',
      '<iframe title="Film" src="https://www.youtube.com/embed/1"></iframe>',
      '<iframe data-category="marketing" data-service="youtube" title="Film" data-src="https://www.youtube.com/embed/1"></iframe>',
    ],
    [
      'an iframe whose own markup loads something',
      `<iframe srcdoc="<img src='https://sol.example/p.gif'>"></iframe>`,
      `<iframe ${sol} data-srcdoc="<img src='https://sol.example/p.gif'>"></iframe>`,
    ],
    [
      'links that load, and hints to a host whose rule has a path',
      '<link rel="preload stylesheet" href=https://sol.example/a.css><link rel=preconnect href=https://www.googletagmanager.com>',
      `<link ${sol} rel="preload stylesheet" data-href=https://sol.example/a.css><link data-category="statistics" data-service="google-analytics" rel=preconnect data-href=https://www.googletagmanager.com>`,
    ],
    [
      'video, audio, object and embed',
      '<video src=https://sol.example/v poster=https://sol.example/p></video><audio src=https://sol.example/a></audio><object data=https://sol.example/o></object><embed src=https://sol.example/e>',
      `<video ${sol} data-src=https://sol.example/v data-poster=https://sol.example/p></video><audio ${sol} data-src=https://sol.example/a></audio><object ${sol} data-data=https://sol.example/o></object><embed ${sol} data-src=https://sol.example/e>`,
    ],
    [
      'the pixel in a noscript, which is text for a browser with scripts',
      '<noscript><!-- --!><img src="https://www.facebook.com/tr?id=1"></noscript>',
      '<noscript><!-- --!><img data-category="marketing" data-service="meta-pixel" data-src="https://www.facebook.com/tr?id=1"></noscript>',
    ],
    [
      'what a comment in a noscript hides from browsers without scripts only',
      '<noscript><!--</noscript><img src=https://sol.example/p.gif><!-- -->',
      `<noscript><!--</noscript><img ${sol} data-src=https://sol.example/p.gif><!-- -->`,
    ],
    [
      'an address that is hidden from a plain search',
      '<img src=" HTTPS:&#47;&sol;SOL.example./p.gif"><img src="https://user@sol%2Eexample:8443/p">',
      `<img ${sol} data-src=" HTTPS:&#47;&sol;SOL.example./p.gif"><img ${sol} data-src="https://user@sol%2Eexample:8443/p">`,
    ],
    [
      'a script in SVG, as one that the gate can release',
      '<svg><script xlink:href="https://sol.example/s.js"/></svg>',
      `<svg><script type="text/plain" ${sol} data-src="https://sol.example/s.js" xlink:href="https://sol.example/s.js"/></svg>`,
    ],
    [
      'addresses in a template that the owner has tagged, which Firefox would fetch',
      '<template data-category=marketing><script src=https://sol.example/a.js></script><img src=https://sol.example/p.gif></template>',
      '<template data-category=marketing><script data-src=https://sol.example/a.js></script><img data-category=marketing data-src=https://sol.example/p.gif></template>',
    ],
    [
      'the address of an element that the owner has tagged',
      '<iframe data-cookieconsent="marketing" src=https://youtu.be/1></iframe><script data-category=ads src=https://sol.example/a.js></script>',
      '<iframe data-cookieconsent="marketing" data-src=https://youtu.be/1></iframe><script type="text/plain" data-category=ads src=https://sol.example/a.js></script>',
    ],
    [
      'what has an attribute of that name for a purpose of the site',
      '<iframe data-category="shoes" src=https://youtu.be/1></iframe>',
      '<iframe data-category="marketing" data-service="youtube" data-category="shoes" data-src=https://youtu.be/1></iframe>',
    ],
  ])('%s', (_, html, expected) => {
    expect(tag(html)).toBe(expected);
    expect(tag(expected)).toBe(expected);
  });

  it('what CSS loads, and lets tagged links load it', () => {
    const html =
      '<style media=screen>@import "https://sol.example/a.css" print;b{background:red url(//sol.example/b.gif)}</style>' +
      `<p style="background:url('https://sol.example/c.gif');color:red">x`;
    const result = tag(html);
    const [style, paragraph = '', ...links] = result.split(/(?=<p|<link)/);
    expect(style).toMatch(
      /^<style media=screen>@-samtycke-import "https:\/\/sol\.example\/a\.css" print;b\{background:red var\(--samtycke-\w{12},none\)\}<\/style>$/,
    );
    expect(paragraph).toMatch(/^<p style="background:var\(--samtycke-\w{12},none\);color:red">x$/);
    const sheets = links.map((link) =>
      decodeURIComponent(/data-href="data:text\/css,(.*)"/.exec(link)?.[1] ?? ''),
    );
    expect(sheets[0]).toMatch(
      /^@import "https:\/\/sol\.example\/a\.css" print;:root\{--samtycke-\w{12}:url\("https:\/\/sol\.example\/b\.gif"\)\}$/,
    );
    expect(sheets[1]).toMatch(
      /^:root\{--samtycke-\w{12}:url\("https:\/\/sol\.example\/c\.gif"\)\}$/,
    );
    expect(links[0]).toContain(`<link ${sol} rel="stylesheet" media="screen" data-href=`);
    expect(tag(result)).toBe(result);
  });

  it('declared fonts and image sets', () => {
    const result = tag(
      '<style>@font-face{font-family:x;src:url(https://sol.example/f)}b{background:image-set("https://sol.example/i" 1x)}</style>',
    );
    expect(result).toMatch(
      /^<style>@-samtycke-font-face\{font-family:x;src:url\(https:\/\/sol\.example\/f\)\}b\{background:image-set\(var\(--samtycke-\w{12},none\) 1x\)\}<\/style><link /,
    );
  });

  it('relative addresses of a declared path, by the page or its base', () => {
    const held = 'data-category="statistics" data-service="own-path"';
    const html = '<script src="/statistik/a.js"></script><script src="/statistika.js"></script>';
    const expected = `<script type="text/plain" ${held} src="/statistik/a.js"></script><script src="/statistika.js"></script>`;
    expect(tag(html)).toBe(html);
    expect(tag(html, 'https://www.exempel.se/om')).toBe(expected);
    const base = '<base href="https://www.exempel.se/x/"><base href="https://else.example/">';
    expect(tag(base + html)).toBe(base + expected);
  });

  it('nothing of a fragment that is not read as HTML', () => {
    const html =
      '<!-- <script src="https://sol.example/a.js"></script> --><textarea><img src=https://sol.example/></textarea>' +
      '<title><img src=https://sol.example/></title><iframe><img src=https://sol.example/></iframe>' +
      '<script>"<img src=https://sol.example/>"</script><xmp><img src=https://sol.example/></xmp>';
    expect(tag(html)).toBe(html);
  });
});

describe('the stream', () => {
  it('passes on what is complete, and waits only inside what may have to be tagged', () => {
    const rewriter = createRewriter({ config });
    expect(rewriter.write('<p>one')).toBe('<p>one');
    expect(rewriter.write(' <b')).toBe('');
    expect(rewriter.write('>two</b> three')).toBe(' <b>two</b> three');
    expect(rewriter.write('<script>a(); fbq(')).toBe('');
    expect(rewriter.write("'init', 1)</script>\n")).toBe(
      `<script type="text/plain" data-category="marketing" data-service="meta-pixel">a(); fbq('init', 1)</script>\n`,
    );
    expect(rewriter.end()).toBe('');
    expect(rewriter.tagged).toEqual([{ element: 'script', services: ['meta-pixel'], offset: 23 }]);
  });

  it('leaves bytes of any encoding as they are', () => {
    const bytes = Buffer.concat([
      Buffer.from('\ufeff<p>åäö \u{1f36a}', 'utf8'),
      Buffer.from([0xe5, 0xe4, 0xf6, 0xff, 0x80, 0x00, 0x0d, 0x0a]), // Windows-1252, and no encoding at all
      Buffer.from('<img alt="å" src=https://sol.example/å.gif>'),
    ]);
    const rewriter = createRewriter({ config, source: 'bytes' });
    const result = rewriter.write(bytes.toString('latin1')) + rewriter.end();
    const place = bytes.indexOf(' alt');
    expect(Buffer.from(result, 'latin1')).toEqual(
      Buffer.concat([
        bytes.subarray(0, place),
        Buffer.from(` ${sol}`),
        Buffer.from(
          bytes.subarray(place).toString('latin1').replace(' src', ' data-src'),
          'latin1',
        ),
      ]),
    );
  });
});

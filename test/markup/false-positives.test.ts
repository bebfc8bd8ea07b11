/** What is no declared service keeps working: a false alarm is a fault of its own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagHtml } from '../../src/markup/rewriter.ts';
import { config } from './site-config.ts';

const tag = (html: string) => tagHtml(html, { config, pageUrl: 'https://www.exempel.se/om/' }).html;

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
/** Names that share parts with the declared ones, too. */
const host = fc
  .array(fc.oneof(label, fc.constantFrom('sol', 'example', 'youtube', 'com', 'xn--sol-example')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((labels) => labels.join('.'));

// 30 s: a quiet machine needs half a second.
describe('the rewriter leaves', { timeout: 30_000 }, () => {
  it.each([
    [
      'scripts of the site',
      '<script src="/app.js"></script><script src="statistik.js"></script><script>start()</script>',
    ],
    [
      'another path of a host whose rule has one',
      '<script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script><img src="https://www.facebook.com/trx?id=1"><script src="/statistik-om/a.js"></script>',
    ],
    [
      'libraries of a CDN',
      '<script src="https://cdn.jsdelivr.net/npm/vue@3"></script><link rel=stylesheet href="https://cdn.example/a.css">',
    ],
    [
      'payments',
      '<script src="https://js.stripe.com/v3/"></script><iframe src="https://x.klarnacdn.net/kp"></iframe>',
    ],
    [
      'fonts',
      '<link rel=preconnect href="https://fonts.gstatic.com" crossorigin><style>@font-face{src:url(https://fonts.gstatic.com/a.woff2)}</style>',
    ],
    [
      'hosts that look alike',
      '<img src="https://notsol.example/a"><img src="https://sol.example.evil.test/a"><img src="https://sol-example/a"><img src="https://xyoutube.com/a">',
    ],
    [
      'a declared host in a query, a fragment or a path',
      '<img src="/p?u=https://sol.example/"><img src="https://own.test/sol.example/"><a href="#https://sol.example/">x</a><img src="https://sol.example@own.test/">',
    ],
    [
      'links that a visitor follows',
      '<a href="https://sol.example/" ping="/p">x</a><area href="https://youtu.be/1"><form action="https://sol.example/"></form>',
    ],
    [
      'links that load nothing',
      '<link rel=canonical href="https://sol.example/"><link rel="alternate" href="https://sol.example/"><link rel=me href="https://youtube.com/@x">',
    ],
    [
      'necessary services',
      '<script src="https://chat.example/a.js"></script><iframe src="//chat.example/"></iframe>',
    ],
    [
      'what the owner calls necessary',
      '<iframe data-category="necessary" src="https://youtu.be/1"></iframe><script data-cookieconsent="ignore" src="https://sol.example/a.js"></script>',
    ],
    [
      'data, import maps and templates of frameworks',
      `<script type="application/ld+json">{"url":"https://youtube.com/x","x":"fbq('init'"}</script><script type=importmap>{"imports":{"a":"https://sol.example/a.js"}}</script><script type="text/x-template"><img src="https://sol.example/"></script>`,
    ],
    [
      'texts, comments and other attributes',
      `<p title="https://sol.example/p.gif">fbq('init', '1') https://sol.example</p><!-- <img src=https://sol.example/> --><meta property="og:video" content="https://youtube.com/x"><input value="https://sol.example/"><div data-src="https://sol.example/"></div>`,
    ],
    [
      'scripts that only speak of a service',
      `<script>if (window.fbq) fbq('track', 'PageView'); gtag('event', 'x'); dataLayer.push({})</script>`,
    ],
    [
      'what is tagged already',
      `<script type="text/plain" data-category="statistics">gtag('config', 'G-1')</script><script type="text/plain" data-category="marketing" data-src="https://sol.example/a.js"></script><iframe data-category="marketing" data-src="https://youtu.be/1"></iframe><script type="text/plain" class="optanon-category-C0004" src="https://sol.example/a.js"></script><script type="text/plain" data-name="youtube" data-src="https://youtu.be/1"></script>`,
    ],
    [
      'addresses that are no requests',
      '<img src="data:image/gif;base64,R0lGOD"><iframe src="about:blank"></iframe><img src="blob:https://sol.example/1"><iframe src="javascript:sol.example"></iframe><img src="">',
    ],
    [
      'odd markup of the site',
      '<p CLASS=a  id = "b"\n>x</P ><IMG SRC=/a.gif/><br/ ><p a=1 a=2>&copy&nbsp;</p>\r\n',
    ],
  ])('%s byte for byte', (_, html) => {
    expect(tag(html)).toBe(html);
  });

  it('any host that is neither declared nor below a declared one', () => {
    const declared = /(^|\.)(sol\.example|youtube\.com|youtu\.be)\.?$/;
    fc.assert(
      fc.property(
        host,
        fc.webPath(),
        fc.constantFrom('img', 'script', 'iframe', 'embed'),
        (host, path, name) => {
          fc.pre(!declared.test(host));
          const html = `<${name} src="https://${host}${path.replace(/["&]/g, '')}"></${name}>`;
          expect(tag(html)).toBe(html);
        },
      ),
    );
  });

  it('nothing below a declared host', () => {
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 3 }),
        fc.webPath(),
        fc.nat(65_535),
        (labels, path, port) => {
          const host = [...labels, 'sol.example'].join('.');
          const html = `<img src="https://${host}:${port}${path.replace(/["&]/g, '')}">`;
          expect(tag(html)).toContain(' data-service="sol" data-src=');
        },
      ),
    );
  });
});

/** Solannons, a made-up advertising company: a script that sets a cookie and fetches a pixel. */
import { Hono } from 'hono';
import type { CompanyServer } from '../collector.ts';
import { scriptAnswer } from './npm-file.ts';

/** What an advertiser's snippet does, in six lines. */
const script = `(function () {
  var id = (document.cookie.match(/(?:^|; )_solannons=([^;]*)/) || [])[1] || Math.random().toString(36).slice(2);
  document.cookie = '_solannons=' + id + '; path=/; max-age=' + 90 * 24 * 3600 + '; samesite=lax';
  var pixel = new Image(1, 1);
  pixel.src = new URL('/pixel.gif?id=' + id + '&sida=' + encodeURIComponent(location.pathname), document.currentScript.src).href;
})();
`;

/** The smallest transparent GIF. */
const pixel = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

const app = new Hono()
  .get('/annons.js', () => scriptAnswer(script))
  .get('/pixel.gif', (c) => c.body(pixel, 200, { 'content-type': 'image/gif' }))
  .notFound((c) => c.text('', 404));

export const solannons: CompanyServer = {
  app,
  describe: (path) =>
    path === '/annons.js' ? 'Hämtar annonsskriptet' : 'Pixel: vilken sida du ser',
};

/** Microsoft Clarity: its own browser build from npm, and a collector that takes its uploads. */
import { Hono } from 'hono';
import type { CompanyServer } from '../collector.ts';
import { npmFile, scriptAnswer } from './npm-file.ts';

const app = new Hono()
  .get('/clarity.js', async () => scriptAnswer(await npmFile('clarity-js/build/clarity.min.js')))
  .post('/collect', (c) => c.body(null, 204))
  .notFound((c) => c.text('', 404));

export const clarity: CompanyServer = {
  app,
  describe: (path) =>
    path === '/clarity.js'
      ? 'Hämtar Claritys skript'
      : 'Uppladdning: klick, rullning, sidans innehåll',
};

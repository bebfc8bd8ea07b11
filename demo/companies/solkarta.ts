/** Solkarta, a made-up map service: a page with a map, for an iframe. */
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { CompanyServer } from '../collector.ts';

const app = new Hono()
  .get('/karta', async (c) =>
    c.html(await readFile(new URL('./solkarta.html', import.meta.url), 'utf8')),
  )
  .notFound((c) => c.text('', 404));

export const solkarta: CompanyServer = { app, describe: () => 'Hämtar kartan' };

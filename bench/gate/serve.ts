/** Serves a page for each candidate, and what it measures under `/measured/`. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { candidates } from './candidates.ts';

const own = 'bench/gate/node_modules';

/** Starts on a free port; returns the address and what ends it. */
export async function serve(): Promise<{ readonly url: string; close(): void }> {
  const scripts: Readonly<Record<string, string>> = {
    'samtycke.guard.js': readFileSync('dist/samtycke.guard.js', 'utf8'),
    'yett.js': readFileSync(`${own}/yett/dist/yett.min.js`, 'utf8'),
    'c15t.js': await c15t(),
  };
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts[url.replace('/measured/', '')];
    const page = candidates[Number(url.slice(1))];
    if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script);
    else if (!page) response.writeHead(404).end();
    else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="sv"><head>${page.head}<title>x</title></head><body><h1>x</h1><div id="box" hidden></div></body></html>`,
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => server.close() };
}

/** Its package is for bundlers, so it is bundled as a site would. */
async function c15t(): Promise<string> {
  const bundle = await rollup({
    input: `${own}/c15t/dist/index.js`,
    plugins: [nodeResolve({ browser: true })],
    onwarn() {},
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'c15t' });
  return output[0].code;
}

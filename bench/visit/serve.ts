/** Serves every candidate's page, and what a receipt endpoint answers. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { canonical, hashOf } from '../../src/receipt.ts';
import { type Candidate, candidates, type Load } from './candidates.ts';

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** A page of some length, so that there is something to lay out. */
const content = `<h1>Solceller för hela huset</h1>${'<p>Vi monterar, ansluter och sköter. Du får en fast kostnad och en kontaktperson.</p>'.repeat(20)}`;

const html = ({ head, body }: Candidate, load: Load): string => `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Solexempel</title>
${head(load)}</head><body>${content}${body(load)}</body></html>`;

export interface Server {
  /** Where `candidate` is with `load`; under the same host and port for all. */
  url(candidate: Candidate, load: Load): string;
  close(): void;
}

export async function serve(): Promise<Server> {
  const files = new Map<string, Buffer>(
    candidates.flatMap((candidate, i) =>
      Object.entries(candidate.files).map(([path, file]) => [`/${i}/${path}`, readFileSync(file)]),
    ),
  );
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') {
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(await acknowledge(request));
      return;
    }
    const file = files.get(url.pathname);
    const candidate = candidates[Number(url.pathname.split('/')[1])];
    if (file) {
      response.writeHead(200, { 'content-type': types[extname(url.pathname)] }).end(file);
    } else if (candidate && url.pathname.endsWith('/')) {
      const number = (name: string) => Number(url.searchParams.get(name));
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(html(candidate, { tags: number('tags'), services: number('services') }));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // Not `localhost` itself: there, and nowhere else, our full check is fetched, for the developer.
    url: (candidate, { tags, services }) =>
      `http://www.solexempel.localhost:${port}/${candidates.indexOf(candidate)}/?tags=${tags}&services=${services}`,
    close: () => server.close(),
  };
}

/** What a receiver without a log answers: the id and the hash of what arrived. */
async function acknowledge(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const receipt = JSON.parse(Buffer.concat(chunks).toString()) as { readonly id: string };
  return JSON.stringify({ id: receipt.id, hash: hashOf(canonical(receipt)) });
}

/** What everybody may ask for, so that nothing can be rewritten unnoticed. */
import type { Hono } from 'hono';
import { answer, answerJson } from '../answer.ts';
import { jwksOf } from '../evidence/jwks.ts';
import { HttpError } from '../http-error.ts';
import { parseParameters, receiptPath, textPath } from './parameters.ts';
import type { Surroundings } from './surroundings.ts';

/** Adds proofs, checkpoint, keys and published texts. */
export function addEvidenceRoutes(app: Hono, { store }: Surroundings): void {
  app.get('/v1/receipts/:id/proof', async (c) => {
    const { id } = parseParameters(receiptPath, c.req.param(), 'path');
    const proof = await store.proof(id);
    if (!proof) throw new HttpError(404, 'path.id', 'No receipt with this id is here.');
    return answerJson(c, { id, proof });
  });

  app.get('/v1/checkpoint', async (c) => {
    const checkpoint = await store.checkpoint();
    if (!checkpoint) throw new HttpError(404, 'url', 'There is no receipt yet.');
    return answer(c, checkpoint, 200, { 'Content-Type': 'text/plain; charset=UTF-8' });
  });

  app.get('/.well-known/samtycke-keys.json', async (c) =>
    answerJson(c, jwksOf(await store.keys())),
  );

  app.get('/v1/config/:hash', async (c) => {
    const { hash } = parseParameters(textPath, c.req.param(), 'path');
    const body = await store.published(hash);
    if (body === undefined) throw new HttpError(404, 'path.hash', 'No such text is published.');
    // The hash is the name: under it there can be no other text. A year is what caches take for ever.
    return answer(c, body, 200, {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
}

/** What a page and its visitor ask for: keep a receipt, see, restrict and erase one's own. */
import type { Context, Hono } from 'hono';
import { consentIdOf } from '../../model/consent-id.ts';
import { answerJson } from '../answer.ts';
import { bearerSecret } from '../bearer-secret.ts';
import { createRecorder, dpvDocument, jsonLd } from '../dpv/dpv-document.ts';
import type { Node } from '../dpv/record-parts.ts';
import { HttpError } from '../http-error.ts';
import { parseReceipt } from '../parse-receipt.ts';
import { readBody } from '../read-body.ts';
import { browserQuery, formatQuery, parseParameters } from './parameters.ts';
import { receiptsPath } from './route-table.ts';
import type { Surroundings } from './surroundings.ts';

/** Adds the routes under /v1/receipts that belong to one visitor. */
export function addVisitorRoutes(app: Hono, surroundings: Surroundings): void {
  const { store, allowed, limit, write, metrics, requireAdmin } = surroundings;
  const restrictPath = `${receiptsPath}/restrict`;

  /** The id of whoever holds the secret in the request. */
  function ownId(c: Context): string {
    const consentId = consentIdOf(bearerSecret(c.req.header('authorization')));
    limit.browser(consentId);
    return consentId;
  }

  // Any site can make a visitor's browser send a simple POST: the browser's Origin header is what tells (RFC 6454, 7).
  for (const path of [receiptsPath, restrictPath]) {
    app.use(path, async (c, next) => {
      const origin = c.req.header('origin');
      const needed = c.req.method === 'POST'; // browsers leave it out of a GET to their own origin
      if (origin === undefined ? needed : !allowed.has(origin)) {
        throw new HttpError(
          403,
          'headers.origin',
          `Receipts are taken from ${[...allowed].join(', ')}; this request names ${origin === undefined ? 'no origin' : 'another origin'}.`,
        );
      }
      await next();
    });
  }

  app.post(receiptsPath, async (c) => {
    const receipt = parseReceipt(await readBody(c));
    const origin = c.req.header('origin');
    if (receipt.site !== origin) {
      throw new HttpError(422, 'site', `site: expected ${origin}, the page it is sent from.`);
    }
    limit.browser(receipt.consent_id);
    const { outcome, row, proof } = await store.add(receipt);
    metrics.receipt(outcome);
    if (outcome === 'conflict' || (outcome === 'added' && row.flags.length > 0)) {
      write({ event: 'receipt', outcome, flags: row.flags });
    }
    if (outcome === 'conflict') {
      throw new HttpError(409, 'id', 'Another receipt with this id is here already; it is kept.');
    }
    const { id, hash, log, index, receivedAt } = row;
    return answerJson(
      c,
      { id, hash, log, index, received_at: receivedAt, proof },
      outcome === 'added' ? 201 : 200,
    );
  });

  app.get(receiptsPath, async (c) => {
    const { format } = parseParameters(formatQuery, c.req.query(), 'query');
    const found = await store.list(ownId(c));
    if (format === 'dpv') {
      const recordsOf = createRecorder(store, 'receipt');
      const records: Node[] = [];
      for (const { row } of found) {
        records.push(...(await recordsOf(JSON.parse(row.body), row.receivedAt)));
      }
      return answerJson(c, dpvDocument(records), 200, { 'Content-Type': jsonLd });
    }
    return answerJson(c, {
      receipts: found.map(({ row, proof }) => ({
        receipt: JSON.parse(row.body),
        hash: row.hash,
        received_at: row.receivedAt,
        ...(row.restricted && { restricted: true }),
        proof,
      })),
    });
  });

  app.delete(receiptsPath, async (c) => {
    const { consent_id } = parseParameters(browserQuery, c.req.query(), 'query');
    if (consent_id !== undefined) await requireAdmin(c.req.header('authorization'));
    return answerJson(c, { erased: await store.erase(consent_id ?? ownId(c)) });
  });

  app.post(restrictPath, async (c) =>
    answerJson(c, { restricted: await store.restrict(ownId(c), true) }),
  );
  app.delete(restrictPath, async (c) =>
    answerJson(c, { restricted: await store.restrict(ownId(c), false) }),
  );
}

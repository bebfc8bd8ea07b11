/** Every route there is, in words and schemas: what openapi.json says, and which methods a path has. */
import type { z } from 'zod';
import { jsonLd } from '../dpv/dpv-document.ts';
import { receiptSchema } from '../receipt-schema.ts';
import * as bodies from './bodies.ts';
import {
  browserQuery,
  formatQuery,
  monthQuery,
  receiptPath,
  statisticsQuery,
  textPath,
} from './parameters.ts';

/** Where receipts are. */
export const receiptsPath = '/v1/receipts';

/** A body that is sent or answered. */
export interface RouteBody {
  readonly types: readonly string[];
  readonly schema?: z.ZodType;
  /** A type that a query asks for instead, whose form is described elsewhere. */
  readonly otherType?: string;
}

/** One method of one path. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/v1/config/{hash}`. */
  readonly path: string;
  readonly summary: string;
  /** Whose token it takes: the visitor's secret, the owner's admin token, either, or none. */
  readonly bearer?: 'visitor' | 'admin' | 'either';
  readonly parameters?: { readonly in: 'path' | 'query'; readonly schema: z.ZodObject };
  readonly request?: RouteBody;
  readonly answers: Readonly<Record<number, RouteBody & { readonly says: string }>>;
  /** Refusals that this route may give; 500 never, and 503 with Retry-After always. */
  readonly refusals: readonly number[];
}

const json = (schema: z.ZodType, says: string) => ({ types: ['application/json'], schema, says });
const text = (type: string, says: string) => ({ types: [type], says });
const sent = ['text/plain', 'application/json'];

/** Every route there is. */
export const routes: readonly Route[] = [
  {
    method: 'post',
    path: receiptsPath,
    summary: 'Keep a receipt. Answered when it is on the disk.',
    request: { types: sent, schema: receiptSchema },
    answers: {
      201: json(bodies.acknowledgement, 'It is kept.'),
      200: json(bodies.acknowledgement, 'It was here already.'),
    },
    refusals: [400, 403, 409, 413, 415, 422, 429],
  },
  {
    method: 'get',
    path: receiptsPath,
    summary:
      "A visitor's own receipts, with their proofs; with format=dpv as consent records of ISO/IEC TS 27560 in JSON-LD.",
    bearer: 'visitor',
    parameters: { in: 'query', schema: formatQuery },
    answers: {
      200: { ...json(bodies.ownReceipts, 'All that are here, oldest first.'), otherType: jsonLd },
    },
    refusals: [401, 403, 422, 429],
  },
  {
    method: 'delete',
    path: receiptsPath,
    summary: "Erase a visitor's own receipts, or as the owner those of a consent_id (GDPR 17).",
    bearer: 'either',
    parameters: { in: 'query', schema: browserQuery },
    answers: { 200: json(bodies.erased, 'They are gone; unlinkable hashes stay in the log.') },
    refusals: [401, 403, 422, 429],
  },
  {
    method: 'post',
    path: `${receiptsPath}/restrict`,
    summary: "Keep a visitor's own receipts but use them for nothing (GDPR 18).",
    bearer: 'visitor',
    answers: { 200: json(bodies.restricted, 'It holds for these, and for later ones.') },
    refusals: [401, 403, 429],
  },
  {
    method: 'delete',
    path: `${receiptsPath}/restrict`,
    summary: 'Lift the restriction.',
    bearer: 'visitor',
    answers: { 200: json(bodies.restricted, 'It is lifted for these.') },
    refusals: [401, 403, 429],
  },
  {
    method: 'get',
    path: `${receiptsPath}/{id}/proof`,
    summary: 'The proof that a receipt is in the log.',
    parameters: { in: 'path', schema: receiptPath },
    answers: { 200: json(bodies.proofBody, 'Its salt, inclusion path and signed head.') },
    refusals: [404, 422, 429],
  },
  {
    method: 'get',
    path: '/v1/checkpoint',
    summary: 'The newest signed head (https://c2sp.org/tlog-checkpoint).',
    answers: { 200: text('text/plain', 'A signed note.') },
    refusals: [404, 429],
  },
  {
    method: 'get',
    path: '/.well-known/samtycke-keys.json',
    summary: 'The public keys, old ones too.',
    answers: { 200: json(bodies.keySet, 'A JSON Web Key Set.') },
    refusals: [],
  },
  {
    method: 'get',
    path: '/v1/config/{hash}',
    summary: 'A published configuration, or the texts of a notice, by the hash that receipts name.',
    parameters: { in: 'path', schema: textPath },
    answers: { 200: json(bodies.publishedText, 'The canonical text; it never changes.') },
    refusals: [404, 422, 429],
  },
  {
    method: 'put',
    path: '/v1/config/{hash}',
    summary:
      'Publish a configuration or the texts of a notice under the hash of its canonical form.',
    bearer: 'admin',
    parameters: { in: 'path', schema: textPath },
    request: { types: sent, schema: bodies.publishedText },
    answers: {
      201: json(bodies.published, 'It is kept.'),
      200: json(bodies.published, 'It was here already.'),
    },
    refusals: [400, 401, 403, 413, 415, 422, 429],
  },
  {
    method: 'get',
    path: '/v1/export',
    summary: 'Everything that can be verified, one record a line, a signed manifest at the end.',
    bearer: 'admin',
    parameters: { in: 'query', schema: monthQuery },
    answers: { 200: text('application/x-ndjson', 'Check it with samtycke verify --export.') },
    refusals: [401, 403, 422, 429],
  },
  {
    method: 'get',
    path: '/v1/statistics',
    summary:
      'Decisions per day, action, category and language; without from and to the last 30 days.',
    bearer: 'admin',
    parameters: { in: 'query', schema: statisticsQuery },
    answers: { 200: { ...json(bodies.statistics, 'Numbers only.'), otherType: 'text/html' } },
    refusals: [401, 403, 422, 429],
  },
  {
    method: 'get',
    path: '/owner',
    summary: "The owner's page, which shows the statistics to whoever enters the token.",
    answers: { 200: text('text/html', 'Without any figures.') },
    refusals: [],
  },
  {
    method: 'get',
    path: '/healthz',
    summary: 'Is the process alive?',
    answers: { 200: json(bodies.health, 'Yes.') },
    refusals: [],
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Can a receipt be written now?',
    answers: { 200: json(bodies.health, 'Yes.') },
    refusals: [],
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Counters in the text format of Prometheus.',
    answers: { 200: text('text/plain', 'Numbers only.') },
    refusals: [],
  },
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This description.',
    answers: { 200: text('application/json', 'OpenAPI 3.1.') },
    refusals: [],
  },
];

/** The methods of each path, as hono writes it, for `Allow`. */
export function methodsByPath(): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of routes) {
    const pattern = path.replace(/\{(\w+)\}/g, ':$1');
    methods.set(pattern, [...(methods.get(pattern) ?? []), method.toUpperCase()]);
  }
  return methods;
}

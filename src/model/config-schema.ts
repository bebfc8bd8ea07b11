/**
 * The shape of a configuration, as the part of JSON Schema (2020-12) that
 * `configProblems` follows. One truth: the check in the page, and with the
 * words of `config-help.ts` the published `config.schema.json`.
 */
import { placements, signalNames } from './config.ts';
import { roles, transferGrounds } from './service.ts';

/** The keywords of JSON Schema that are used here, and two of our own. */
export interface Schema {
  readonly type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  /** `source` of it in the published schema. */
  readonly pattern?: RegExp;
  /** What to write, in words, where the pattern alone would be a riddle. */
  readonly says?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  /** With `items`: list entries may also be texts that match this. */
  readonly orText?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Any key, each with this shape; with texts as values one text alone is the short form. */
  readonly values?: Schema;
  /** What is inside is checked in `text-problems.ts`. */
  readonly free?: true;
}

const text: Schema = { type: 'string', pattern: /\S/ };
const country: Schema = {
  type: 'string',
  pattern: /^[A-Z]{2}$/,
  says: 'two capitals (ISO 3166-1)',
};
const flag: Schema = { type: 'boolean' };
const id: Schema = {
  type: 'string',
  // Not `__proto__`, which no map of ours should meet.
  pattern: /^[a-z0-9][a-z0-9_-]{0,39}$/,
  says: 'at most 40 of a-z 0-9 _ -, a letter or digit first',
};
/** Also aliases, which may have capitals. */
const categoryName: Schema = {
  type: 'string',
  pattern: /^[\w-]{1,40}$/,
  says: 'the id of a category',
};
/** A path or an absolute http(s) URL: `javascript:` and the like are no places to post or link to. */
const url: Schema = {
  type: 'string',
  pattern: /^(https?:\/\/[^/\s]|(?!\w+:)[^\s])\S*$/,
  says: 'a path or an http(s) URL',
};
const list = (items: Schema, orText?: Schema): Schema => ({
  type: 'array',
  items,
  ...(orText && { orText }),
});
const object = (
  properties: Readonly<Record<string, Schema>>,
  ...required: readonly string[]
): Schema => ({ type: 'object', properties, required });
/** Without an upper bound a slip of the keyboard would hold for ever. */
const integer = (minimum: number, maximum: number): Schema => ({
  type: 'integer',
  minimum,
  maximum,
});
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });

/** One text, or one for each language. */
const localText: Schema = { type: 'object', values: text };

const storedItem = object(
  {
    name: text,
    kind: oneOf('cookie', 'local', 'session', 'indexedDB'),
    days: integer(0, 36_500), // a century: longer than any browser keeps anything
    purpose: localText,
    data: localText,
    thirdParty: flag,
  },
  'name',
);

const service = object(
  {
    id,
    category: categoryName,
    hosts: list(text),
    snippets: list(text),
    storage: list(storedItem),
    stop: list({ type: 'string' }),
    name: text,
    provider: text,
    role: oneOf(...roles),
    purpose: localText,
    reason: localText,
    data: list(localText, text),
    country,
    transfer: oneOf(...transferGrounds),
    recipients: list(
      object(
        { name: text, role: oneOf(...roles), country, transfer: oneOf(...transferGrounds) },
        'name',
        'role',
      ),
    ),
    policyUrl: url,
  },
  'id',
  'category',
);

export const configSchema = object(
  {
    $schema: text,
    controller: object(
      { name: text, organisationNumber: text, address: text, email: text },
      'name',
    ),
    policyUrl: url,
    endpoint: url,
    policyVersion: {
      type: 'string',
      pattern: /^[\w.:-]{1,40}$/,
      says: 'at most 40 of A-Z a-z 0-9 . : _ -',
    },
    language: {
      type: 'string',
      pattern: /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/,
      says: 'a language tag such as sv',
    },
    jurisdiction: country,
    services: list(service, id),
    categories: list(
      object({ id, label: localText, purpose: localText }, 'id', 'label', 'purpose'),
      categoryName,
    ),
    cookie: object({
      name: { type: 'string', pattern: /^[\w-]{1,60}$/, says: 'at most 60 of A-Z a-z 0-9 _ -' },
      domain: { type: 'string', pattern: /^\.?[\w-]+(\.[\w-]+)+$/, says: 'a domain of yours' },
      maxAgeDays: integer(1, 3650), // ten years; over 395 only with a reason
      reason: text,
    }),
    signals: list(oneOf(...signalNames)),
    requireVisitorAct: flag,
    proof: oneOf('before'),
    gpc: oneOf('silent-refuse'),
    keepMonths: integer(1, 36), // longer than 36 months is no proof but a register (LAW 62)
    ui: object({
      placement: oneOf(...placements),
      refusal: oneOf('neka', 'nodvandiga'),
      serviceChoice: flag,
      changes: { type: 'object', values: localText },
      texts: { type: 'object', values: { type: 'object', free: true } },
    }),
    scriptTimeoutMs: integer(100, 60_000), // under 0.1 s healthy scripts would be overtaken; a minute is a dead page
  },
  'controller',
  'policyUrl',
  'endpoint',
);

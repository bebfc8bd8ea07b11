/** Consent records as one JSON-LD document, which needs no file from the net to be read. */
import type { Receipt } from '../../model/receipt.ts';
import type { Store } from '../store.ts';
import { consentRecords, type ReceiptInContext } from './consent-record.ts';
import { type PublishedConfig, publishedConfigIn } from './published-config.ts';
import type { Node } from './record-parts.ts';

/** The media type of JSON-LD. */
export const jsonLd = 'application/ld+json';

/** What the prefixes mean. */
export const context = {
  dpv: 'https://w3id.org/dpv#',
  'dpv-27560': 'https://w3id.org/dpv/schema/dpv-27560#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
} as const;

/** A document that is made of these records. */
export function dpvDocument(records: readonly Node[]): Node {
  return { '@context': context, '@graph': records };
}

/** Where published texts are. */
export type Texts = Pick<Store, 'published'>;

/** Makes the records of one receipt after the other; texts that many receipts name are read once. */
export function createRecorder(store: Texts, profile: ReceiptInContext['profile']) {
  // Only what is published, which is the owner's doing: anybody can post made-up hashes.
  const configs = new Map<string, PublishedConfig>();
  const notices = new Set<string>();
  return async (receipt: Receipt, receivedAt: string): Promise<readonly Node[]> => {
    const hash = receipt.config.hash;
    const config = configs.get(hash) ?? publishedConfigIn(await store.published(hash));
    if (config) configs.set(hash, config);
    const notice = receipt.notice.hash;
    const hasNotice = notices.has(notice) || (await store.published(notice)) !== undefined;
    if (hasNotice) notices.add(notice);
    return consentRecords({ receipt, receivedAt, config, hasNotice, profile });
  };
}

/** A whole store as consent records. Apart from the document, which a receiver needs on every runtime: this reads signed heads, which needs Node. */
import { headIn } from '../evidence/signatures.ts';
import type { Store } from '../store.ts';
import { context, createRecorder, type Texts } from './dpv-document.ts';

/** The lines of a document with everything in a store but what visitors have restricted: handing it on is use (GDPR 18(2)). `onRestricted` hears of those. */
export async function* dpvLines(
  store: Texts & Pick<Store, 'records'>,
  months: { readonly from?: string; readonly to?: string },
  onRestricted: () => void,
): AsyncIterable<string> {
  const recordsOf = createRecorder(store, 'record');
  yield `{"@context":${JSON.stringify(context)},"@graph":[\n`;
  let separator = '';
  let receivedAt = '';
  for await (const record of store.records(months)) {
    if (record.record === 'head') receivedAt = headIn(record.head).time;
    if (record.record !== 'receipt') continue;
    if (record.restricted) {
      onRestricted();
      continue;
    }
    for (const one of await recordsOf(JSON.parse(record.body), receivedAt)) {
      yield `${separator}${JSON.stringify(one)}`;
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

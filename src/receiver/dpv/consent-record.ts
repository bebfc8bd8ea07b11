/**
 * One decision on one purpose as a consent record of ISO/IEC TS 27560:2023 in DPV 2.3, by the
 * guide of the W3C DPVCG (https://w3id.org/dpv/guides/consent-27560). What the configuration
 * does not say is named as not available: a record must not know more than was published.
 */
import type { GrantState } from '../../model/choice.ts';
import type { Receipt } from '../../model/receipt.ts';
import { controllerOf, recipientOf } from './parties.ts';
import { type PublishedConfig, type PublishedService, wordsIn } from './published-config.ts';
import { type Miss, type Node, type Place, pageAt } from './record-parts.ts';

/** What the records of a receipt are made of. */
export interface ReceiptInContext {
  readonly receipt: Receipt;
  /** The receiver's clock. */
  readonly receivedAt: string;
  /** The configuration that the receipt names, when it is published. */
  readonly config: PublishedConfig | undefined;
  /** True when the texts of its notice are published. */
  readonly hasNotice: boolean;
  /** The site's own record, or a copy that the visitor gets. */
  readonly profile: 'record' | 'receipt';
}

/** What one record is about: a category, or a service that was answered apart from its category. */
interface Subject {
  /** Told apart from others of the same browser by this. */
  readonly key: string;
  readonly state: GrantState;
  readonly category: string | undefined;
  readonly services: readonly PublishedService[];
}

/** The built-in categories in DPV 2.3, where `dpv:Analytics` does not exist. */
const purposes: Readonly<Record<string, string>> = {
  preferences: 'dpv:ServicePersonalisation',
  statistics: 'dpv:ServiceUsageAnalytics',
  marketing: 'dpv:TargetedAdvertising',
};

const statuses: Readonly<Record<Exclude<GrantState, 'required'>, string>> = {
  granted: 'dpv:ConsentGiven',
  denied: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  renewed: 'dpv:RenewedConsentGiven',
};

/** The records of a receipt: one for each purpose that was asked about. What is `required` is no consent and stays out. */
export function consentRecords(context: ReceiptInContext): readonly Node[] {
  const { choices, services = {} } = context.receipt;
  const known = context.config?.services ?? [];
  const subjects: Subject[] = [
    ...Object.entries(choices).map(([category, state]) => ({
      key: category,
      state,
      category,
      services: known.filter(
        (one) => one.category === category && !Object.hasOwn(services, one.id),
      ),
    })),
    ...Object.entries(services).map(([id, state]) => {
      const service = known.find((one) => one.id === id);
      return {
        key: `service/${id}`,
        state,
        category: service?.category,
        services: service ? [service] : [],
      };
    }),
  ];
  return subjects
    .filter(({ state }) => state !== 'required')
    .map((subject) => recordOf(subject, context));
}

function recordOf(subject: Subject, context: ReceiptInContext): Node {
  const { receipt, config, receivedAt, profile } = context;
  const missing: Node[] = [];
  /** Names what a mandatory field lacks, and where it would come from. */
  const miss = (field: string, place: string) =>
    missing.push({ '@type': 'dpv:NotAvailable', 'dct:title': field, 'dct:description': place });
  const place = (path: string) =>
    config ? path : `${path} of the configuration ${receipt.config.hash}, which is not published`;
  const subjectId = `urn:uuid:${receipt.consent_id}`;
  const status =
    receipt.event === 'expire' && (subject.state === 'granted' || subject.state === 'renewed')
      ? 'dpv:ConsentExpired'
      : statuses[subject.state as Exclude<GrantState, 'required'>];

  const controller = controllerOf(config, receipt.site, miss, place);
  const record = {
    '@id': `urn:uuid:${receipt.id}#${subject.key}`,
    '@type': profile === 'receipt' ? 'dpv:ConsentReceipt' : 'dpv:ConsentRecord',
    'dct:conformsTo': { '@id': `dpv-27560:${profile}` },
    'dpv:hasIdentifier': `${receipt.consent_id}/${subject.key}`,
    'dct:isPartOf': { '@id': `urn:uuid:${receipt.id}` },
    'dct:created': receivedAt,
    'dct:language': receipt.lang,
    'dpv:hasDataSubject': {
      '@id': subjectId,
      '@type': 'dpv:DataSubject',
      'dpv:hasIdentifier': receipt.consent_id,
    },
    'dpv:hasNotice': noticesOf(context, miss, place),
    'dpv:hasProcess': {
      '@type': 'dpv:Process',
      ...purposeOf(subject, receipt.lang, config, miss, place),
      ...dataOf(subject, receipt, miss, place),
      ...(controller && { 'dpv:hasDataController': controller }),
      'dpv:hasJurisdiction': { '@id': `loc:${receipt.jurisdiction}` },
      'dpv:hasLegalBasis': { '@id': 'dpv:ExpressedConsent' },
      // The settings that hold it open from every page of the site (GDPR 7(3)).
      'dpv:hasConsentControl': {
        '@type': 'dpv:WithdrawConsent',
        'foaf:page': { '@id': receipt.site },
      },
      'dpv:hasConsentStatus': {
        '@type': status,
        'dct:date': receipt.at,
        'dct:valid': receipt.valid_until,
        'dpv:isImplementedByEntity': { '@id': subjectId },
        'dpv:hasIndicationMethod': receipt.action,
      },
    },
  };
  return missing.length > 0 ? { ...record, 'dpv:hasApplicability': missing } : record;
}

function noticesOf({ receipt, config, hasNotice }: ReceiptInContext, miss: Miss, place: Place) {
  const { hash, shown_at } = receipt.notice;
  if (!hasNotice)
    miss('privacy notice', `the texts of the notice ${hash}, which are not published`);
  if (!config) miss('privacy notice', place('policyUrl'));
  return [
    { '@type': 'dpv:ConsentNotice', 'dpv:hasIdentifier': hash, 'dct:date': shown_at },
    ...(config
      ? [{ '@type': 'dpv:PrivacyNotice', 'foaf:page': pageAt(config.policyUrl, receipt.site) }]
      : []),
  ];
}

function purposeOf(
  { category, services }: Subject,
  lang: string,
  config: PublishedConfig | undefined,
  miss: Miss,
  place: Place,
): Node {
  const own = config?.ownCategories.find(({ id }) => id === category);
  const iri = category !== undefined && Object.hasOwn(purposes, category) ? purposes[category] : '';
  if (!iri && !own) miss('purpose', place(`the category ${category ?? 'of the service'}`));
  const words = services.flatMap(({ purpose = [] }) =>
    typeof purpose === 'string' ? [purpose] : Object.values(purpose),
  );
  const list = [
    ...(iri ? [{ '@id': iri }] : []),
    ...(own
      ? [
          {
            '@type': 'dpv:Purpose',
            'dct:title': wordsIn(own.label, lang),
            'dct:description': wordsIn(own.purpose, lang),
          },
        ]
      : []),
    ...words.map((text) => ({
      '@type': 'dpv:Purpose',
      'dct:description': text,
      ...(iri && { 'skos:broader': { '@id': iri } }),
    })),
  ];
  return list.length > 0 ? { 'dpv:hasPurpose': list } : {};
}

/** What is kept, where, for how long, and who gets it: by service. */
function dataOf(
  { key, services }: Subject,
  { site, lang }: Receipt,
  miss: Miss,
  place: Place,
): Node {
  const data: Node[] = [];
  const conditions: Node[] = [];
  for (const { id, storage = [], country } of services) {
    if (country) {
      conditions.push({
        '@type': 'dpv:StorageLocation',
        'dpv:hasLocation': { '@id': `loc:${country}` },
      });
    } else miss('storage locations', place(`country of the service ${id}`));
    if (storage.length === 0) miss('pii type', place(`storage of the service ${id}`));
    for (const { name, purpose, days } of storage) {
      data.push({
        '@type': 'dpv:PersonalData',
        'dct:title': name,
        ...(purpose && { 'dct:description': wordsIn(purpose, lang) }),
      });
      if (days === undefined) {
        miss('retention period', place(`days of ${name} of the service ${id}`));
      } else conditions.push({ 'dct:title': name, ...durationOf(days) });
    }
  }
  if (services.length === 0) {
    for (const field of ['pii type', 'storage locations', 'retention period', 'recipients']) {
      miss(field, place(`the services of ${key}`));
    }
  }
  const recipients = services.map((service) => recipientOf(service, site, miss, place));
  return {
    ...(data.length > 0 && { 'dpv:hasPersonalData': data }),
    ...(conditions.length > 0 && { 'dpv:hasStorageCondition': conditions }),
    ...(recipients.length > 0 && { 'dpv:hasRecipient': recipients }),
  };
}

function durationOf(days: number): Node {
  const duration =
    days === 0
      ? { '@type': 'dpv:UntilEventDuration', 'rdf:value': 'the browser is closed' }
      : { '@type': 'dpv:TemporalDuration', 'rdf:value': `P${days}D` };
  return { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': duration };
}

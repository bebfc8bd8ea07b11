/**
 * The terms of DPV 2.3 that consent records use, each with the file of https://github.com/w3c/dpv
 * that defines it (folder 2.3/dpv/modules unless it says otherwise; read 2026-11-25). The whole
 * vocabulary is in no npm package: `@vocabulary/dpv` is of another namespace, and of version 1.
 */
const termsByFile: Readonly<Record<string, readonly string[]>> = {
  'consent.ttl': ['hasConsentControl', 'hasConsentStatus'],
  'consent_controls.ttl': ['WithdrawConsent'],
  'consent_status.ttl': [
    'ConsentExpired',
    'ConsentGiven',
    'ConsentRefused',
    'ConsentWithdrawn',
    'RenewedConsentGiven',
  ],
  'consent_types.ttl': ['ExpressedConsent'],
  'context.ttl': [
    'NotAvailable',
    'TemporalDuration',
    'UntilEventDuration',
    'hasApplicability',
    'hasDuration',
    'hasIdentifier',
  ],
  'entities.ttl': ['hasAddress', 'hasContact', 'hasName'],
  'entities_datasubject.ttl': ['DataSubject', 'hasDataSubject'],
  'entities_legalrole.ttl': ['DataController', 'Recipient', 'hasDataController', 'hasRecipient'],
  'jurisdiction.ttl': ['hasCountry', 'hasJurisdiction', 'hasLocation'],
  'legal_basis.ttl': ['hasIndicationMethod', 'hasLegalBasis'],
  'notice.ttl': ['ConsentNotice', 'PrivacyNotice', 'hasNotice'],
  'organisational_measures.ttl': ['ConsentReceipt', 'ConsentRecord'],
  'personal_data.ttl': ['PersonalData', 'hasPersonalData'],
  'process.ttl': ['Process', 'hasProcess'],
  'processing_context.ttl': [
    'StorageDuration',
    'StorageLocation',
    'hasStorageCondition',
    'isImplementedByEntity',
  ],
  'purposes.ttl': [
    'Purpose',
    'ServicePersonalisation',
    'ServiceUsageAnalytics',
    'TargetedAdvertising',
    'hasPurpose',
  ],
};

/** Every IRI that a record may use, but countries, which are `https://w3id.org/dpv/loc#` and an ISO 3166-1 code (2.3/loc). */
export const knownIris: ReadonlySet<string> = new Set([
  ...Object.values(termsByFile)
    .flat()
    .map((term) => `https://w3id.org/dpv#${term}`),
  // schema/dpv-27560.ttl
  'https://w3id.org/dpv/schema/dpv-27560#record',
  'https://w3id.org/dpv/schema/dpv-27560#receipt',
  // DCMI Metadata Terms, https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
  ...['conformsTo', 'created', 'date', 'description', 'isPartOf', 'language', 'title', 'valid'].map(
    (term) => `http://purl.org/dc/terms/${term}`,
  ),
  'http://www.w3.org/2004/02/skos/core#broader',
  'http://xmlns.com/foaf/0.1/page',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
]);

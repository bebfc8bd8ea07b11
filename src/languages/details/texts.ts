/** The words for what a service stores and who gets it: with the settings, the stand-ins and the declaration. */
import type { DataKind, Role, TransferGround } from '../../model/service.ts';

export interface DetailTexts {
  readonly provider: string;
  /** What comes after a company's name. */
  readonly roles: Readonly<Record<Role, string>>;
  /** Above the other companies that get data, by what they are (GDPR 13(1)(e), 4(7), 4(8)). */
  readonly recipients: Readonly<Record<Role, string>>;
  readonly country: string;
  readonly transferred: string;
  readonly transfer: (country: string) => string;
  /** Why data may go to a country outside the EEA (GDPR 13(1)(f), 44-49). */
  readonly grounds: Readonly<Record<TransferGround, string>>;
  readonly data: string;
  readonly dataKinds: Readonly<Record<DataKind, string>>;
  /** Why something is necessary (LAW 13). */
  readonly reason: string;
  readonly providerPolicy: string;

  // Our own storage, listed under what is necessary (LAW 32).
  readonly ownPurpose: string;
  readonly ownReason: string;

  // One stored item.
  readonly stored: string;
  readonly kind: string;
  readonly duration: string;
  readonly kinds: Readonly<Record<'cookie' | 'local' | 'session' | 'indexedDB', string>>;
  readonly thirdParty: string;
  readonly years: (count: string) => string;
  readonly days: (count: string) => string;
  readonly untilClosed: string;
  readonly untilRemoved: string;
  /** A service that keeps nothing in the browser, as far as is declared. */
  readonly nothingStored: string;

  // The declaration as a page shows it.
  readonly declaration: (controller: string) => string;
  readonly version: (version: string) => string;

  /** What each known service is used for, by id: one plain sentence or two. */
  readonly purposes: Readonly<Record<string, string>>;
}

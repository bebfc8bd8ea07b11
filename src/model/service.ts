/** What is known about a tracker or an embed: the rule the gate follows, and the words the visitor reads. */
import type { CategoryId } from './category.ts';

/** The id of a service, `^[a-z0-9_-]{1,40}$`. */
export type ServiceId = string;

/** One text for every language, or one for each, by its code (`sv`, `en` …). */
export type LocalText = string | Readonly<Record<string, string>>;

/** Kinds of data that there are words for in every language. */
export const dataKinds = [
  'browser',
  'visit',
  'ad',
  'source',
  'pages',
  'actions',
  'device',
  'ip',
  'films',
  'places',
  'settings',
  'choices',
  'technical',
] as const;
/** A kind of data by its name, which the visitor reads in words. */
export type DataKind = (typeof dataKinds)[number];

/** What a company that gets data is: on behalf of the site (GDPR 4(8)), by itself (4(7)), or with it (26). */
export const roles = ['processor', 'controller', 'joint'] as const;
/** What a company that gets data is. */
export type Role = (typeof roles)[number];

/**
 * Why data may go outside the EEA: a decision on the country (GDPR 45), the Data Privacy Framework
 * (45, for the US), standard contractual clauses (46(2)(c)), binding corporate rules (47), or the
 * visitor's explicit consent (49(1)(a)).
 */
export const transferGrounds = ['adequacy', 'dpf', 'scc', 'bcr', 'consent'] as const;
/** Why data may go outside the EEA. */
export type TransferGround = (typeof transferGrounds)[number];

/** A company that gets data, besides the provider. */
export interface Recipient {
  /** Legal name. */
  readonly name: string;
  readonly role: Role;
  /** ISO 3166-1 code of the country where data may go. */
  readonly country?: string;
  readonly transfer?: TransferGround;
}

/** One cookie, storage key or database that a service writes. */
export interface StoredItem {
  /** Exact name, or a name with `*` for any run of characters (`_ga_*`). */
  readonly name: string;
  /** Where it is kept. Default: `cookie`. */
  readonly kind?: 'cookie' | 'local' | 'session' | 'indexedDB';
  /** How long it is kept, in days; 0 = as long as the session, absent = until removed. */
  readonly days?: number;
  /** What it is for. */
  readonly purpose?: LocalText;
  /** What kind of data it is (LAW 31): one of `dataKinds`, or words of the site's own. */
  readonly data?: DataKind | LocalText;
  /** Set by another domain than the site's own, which a page cannot delete. Default: `false`. */
  readonly thirdParty?: boolean;
}

/** What the gate needs to know of a service: small, in the head script. */
export interface ServiceRule {
  readonly id: ServiceId;
  readonly category: CategoryId;
  /** Host names the service is reached at, subdomains included; `example.com/path` narrows to a path. */
  readonly hosts?: readonly string[];
  /** Plain texts by which an inline script is known as this service's, as the vendor's own snippet has them. */
  readonly snippets?: readonly string[];
  /** What it stores in the visitor's browser, and withdrawal deletes. */
  readonly storage?: readonly StoredItem[];
  /**
   * The vendor's call that stops its running script: the path of a global function, then its
   * arguments (`["clarity", "stop"]`). Empty: a signal stops it. Absent: only a reload does.
   */
  readonly stop?: readonly string[];
}

/** What the visitor reads about a service: with the UI, never in the head. */
export interface ServiceAbout {
  /** The name people know: "Google Analytics". */
  readonly name?: string;
  /** The company behind it, by legal name. */
  readonly provider?: string;
  /** What the provider is in the law's eyes; the contract with it decides. */
  readonly role?: Role;
  /** One plain sentence: what it is used for. Known services have theirs in `languages/details/`. */
  readonly purpose?: LocalText;
  /** Of a necessary service: which function that the visitor has asked for needs it (LEK 9:28; LAW 13). */
  readonly reason?: LocalText;
  /** What kinds of data the provider gets: of `dataKinds`, or words of the site's own. */
  readonly data?: readonly (DataKind | LocalText)[];
  /** ISO 3166-1 code of the country where data may go. */
  readonly country?: string;
  /** Why it may go there, when that is outside the EEA (LAW 35). */
  readonly transfer?: TransferGround;
  /** Who else gets data. */
  readonly recipients?: readonly Recipient[];
  /** Of known services: what kind of data is under each name of their `storage`. */
  readonly stored?: Readonly<Record<string, DataKind>>;
  /** The provider's own privacy policy. */
  readonly policyUrl?: string;
}

/** A service as the configuration states it and the product uses it. */
export interface Service extends ServiceRule, ServiceAbout {}

/** A predicate for names that match `pattern`, in which `*` stands for any run of characters. */
export function namePattern(pattern: string): (name: string) => boolean {
  const regExp = new RegExp(
    `^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`,
    's',
  );
  return (name) => regExp.test(name);
}

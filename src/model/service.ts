/** What is known about a tracker or an embed: the rule the gate follows, and the words the visitor reads. */
import type { CategoryId } from './category.ts';

/** The id of a service, `^[a-z0-9_-]{1,40}$`. */
export type ServiceId = string;

/** One cookie, storage key or database that a service writes. */
export interface StoredItem {
  /** Exact name, or a name with `*` for any run of characters (`_ga_*`). */
  readonly name: string;
  /** Where it is kept. Default: `cookie`. */
  readonly kind?: 'cookie' | 'local' | 'session' | 'indexedDB';
  /** How long it is kept, in days; 0 = as long as the session, absent = until removed. */
  readonly days?: number;
  /** What it is for, in the language of the site. */
  readonly purpose?: string;
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
  /** One plain sentence: what it is used for; one text, or one for each language. */
  readonly purpose?: string | Readonly<Record<string, string>>;
  /** ISO 3166-1 code of the country where data may go. */
  readonly country?: string;
  /** The provider's own privacy policy. */
  readonly policyUrl?: string;
}

/** A service as the configuration states it and the product uses it. */
export interface Service extends ServiceRule, ServiceAbout {}

/** A predicate for names that match `pattern`, in which `*` stands for any run of characters. */
export function namePattern(pattern: string): (name: string) => boolean {
  const regExp = new RegExp(
    `^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`,
  );
  return (name) => regExp.test(name);
}

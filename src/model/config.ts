/** The configuration a site writes, and the one the product works with after defaults. */
import type { CategoryId } from './category.ts';
import type { LocalText, Service, ServiceId } from './service.ts';

/** Who is responsible for the personal data (GDPR 4(7), 13(1)(a)). */
export interface Controller {
  /** Legal name; shown on the first layer (LAW 23). */
  readonly name: string;
  readonly organisationNumber?: string;
  /** Postal address. */
  readonly address?: string;
  readonly email?: string;
}

/** A category of the site's own. */
export interface OwnCategory {
  readonly id: CategoryId;
  /** The name the visitor reads. */
  readonly label: LocalText;
  /** One plain sentence: what it is used for. */
  readonly purpose: LocalText;
}

/** Words of the site's own by the names of ours; `{controller}` and the like stand for what is filled in. */
export interface OwnTexts {
  readonly [name: string]: string | OwnTexts;
}

/** Where the banner stands on screens with room for it; on small ones it is always a sheet at the bottom. */
export const placements = ['bar', 'corner', 'middle'] as const;

/** What the visitor sees. */
export interface UiConfig {
  /** Where the banner stands: along the bottom, in the bottom corner, in the middle. Default `'bar'`. */
  readonly placement?: (typeof placements)[number];
  /** What the refusal is called: `neka` ("Neka alla"), or `nodvandiga` ("Endast nödvändiga"). Default `'neka'`. */
  readonly refusal?: 'neka' | 'nodvandiga';
  /** True gives each service a switch of its own in the settings. Default `false`. */
  readonly serviceChoice?: boolean;
  /**
   * What is new in each policy version, oldest first: a visitor who chose under an earlier one
   * reads what came after it. Default: only the categories that are new are named.
   */
  readonly changes?: Readonly<Record<string, LocalText>>;
  /** Texts in place of ours, by language. */
  readonly texts?: Readonly<Record<string, OwnTexts>>;
}

/** The signals that can be sent; each is one file in `signals/`. */
export const signalNames = ['google-consent-mode', 'data-layer'] as const;
/** The name of one signal. */
export type SignalName = (typeof signalNames)[number];

/** What a site writes: the JSON block, the data attributes or the argument of `createConsent`. */
export interface ConfigInput {
  readonly controller: Controller;
  /** The page with the full information; linked from every layer (LAW 24). */
  readonly policyUrl: string;
  /** Where receipts are posted: a URL, relative to the page or absolute. */
  readonly endpoint: string;
  /** Version of purposes and providers; a change asks every visitor again (LAW 52). Default `'1'`. */
  readonly policyVersion?: string;
  /** Language of banner and settings: `sv`, `en`, `fi`, `nb`, `da` or `de`. Default: that of `<html lang>` when there is one, else `sv`. */
  readonly language?: string;
  /** ISO 3166-1 code of the law that applies. Default `'SE'`. */
  readonly jurisdiction?: string;
  /** Known services by id, and services of the site's own. Default: none. */
  readonly services?: readonly (ServiceId | Service)[];
  /**
   * Categories to ask about besides those that the services are in: ids, or own ones.
   * Default: none; with neither services nor categories all three built-in ones.
   */
  readonly categories?: readonly (CategoryId | OwnCategory)[];
  /** The cookie that keeps the choice. */
  readonly cookie?: {
    /** Default `'samtycke'`. */
    readonly name?: string;
    /** Shares the choice between subdomains. Default: this host only (LAW 47). */
    readonly domain?: string;
    /** How long a choice holds, yes and no alike (LAW 49, 50). Default 182 days (6 months). */
    readonly maxAgeDays?: number;
    /** Why more than 395 days (13 months) are needed; required then, and only then. */
    readonly reason?: string;
  };
  /** Signals to send. Default: both. */
  readonly signals?: readonly SignalName[];
  /** False lets scripts accept without an act of the visitor, for test tools with synthetic clicks. Default `true`. */
  readonly requireVisitorAct?: boolean;
  /** How long a released script may hold back those after it. Default `10000` (10 s). */
  readonly scriptTimeoutMs?: number;
  /** `'before'`: nothing that was accepted starts until the endpoint has acknowledged the receipt. Default: it starts at once. */
  readonly proof?: 'before';
  /** `'silent-refuse'`: a visitor whose browser sends GPC or DNT is not asked; all that is optional stays off until they open the settings. */
  readonly gpc?: 'silent-refuse';
  /** For how many whole months receipts are kept at the endpoint, as the visitor is told. Default 18, as `samtycke purge`. */
  readonly keepMonths?: number;
  /** What the visitor sees. */
  readonly ui?: UiConfig;
}

/** The configuration after defaults: what everything else reads. */
export interface Config {
  readonly controller: Controller;
  readonly policyUrl: string;
  readonly endpoint: string;
  readonly policyVersion: string;
  /** Absent: follow the page. */
  readonly language?: string;
  readonly jurisdiction: string;
  readonly services: readonly Service[];
  /** The optional categories asked about, in the order they are shown. */
  readonly optional: readonly CategoryId[];
  readonly ownCategories: readonly OwnCategory[];
  readonly cookieName: string;
  readonly cookieDomain?: string | undefined;
  readonly maxAgeDays: number;
  readonly signals: readonly SignalName[];
  readonly requireVisitorAct: boolean;
  readonly scriptTimeoutMs: number;
  /** Absent: what was accepted starts at once. */
  readonly proof?: 'before';
  /** Absent: a visitor whose browser sends GPC or DNT is asked like any other. */
  readonly gpc?: 'silent-refuse';
  /** Absent: 18. */
  readonly keepMonths?: number;
  readonly ui?: UiConfig;
}

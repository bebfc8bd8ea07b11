/** Every text the visitor can meet, but for those of single services. One object is one whole language. */
/** What a category is called, and one plain sentence on what it is used for. */
export interface CategoryTexts {
  readonly label: string;
  readonly purpose: string;
}

export interface Texts {
  /** BCP 47; becomes `lang` of everything shown, so it must be the language of the texts (LAW 64). */
  readonly lang: string;
  /** The built-in categories, by id. */
  readonly categories: Readonly<Record<string, CategoryTexts>>;

  // The banner: first layer, at most 80 words in all (LAW 65).
  readonly title: string;
  /** Ends with a colon: the optional categories follow as a list. */
  readonly intro: (controller: string) => string;
  readonly sharing: string;
  /** The right to withdraw, and where (LAW 22). */
  readonly withdrawal: string;
  readonly policy: string;
  readonly reject: string;
  readonly accept: string;
  readonly customise: string;
  /** Announced after a decision (LAW 78). */
  readonly saved: string;

  // Settings: second layer.
  readonly settings: string;
  readonly close: string;
  readonly settingsIntro: (controller: string) => string;
  /** Withdrawal does not touch what was lawful before it (LAW 38). */
  readonly before: string;
  readonly alwaysOn: string;
  /** A service accepted apart from its category. */
  readonly alone: (service: string) => string;
  readonly save: string;
  readonly withdrawAll: string;
  /** Where to complain about what is stored in the browser (LEK), and where about personal data (GDPR 77). */
  readonly pts: string;
  readonly imy: string;

  // Services.
  readonly services: (count: number) => string;
  readonly provider: string;
  readonly providerPolicy: string;
  /** Our own storage, listed under what is necessary (LAW 32). */
  readonly ownPurpose: string;
  readonly kinds: Readonly<Record<'cookie' | 'local' | 'session' | 'indexedDB', string>>;
  readonly transfer: (country: string) => string;
  readonly thirdParty: string;
  /** How long a stored item is kept. */
  readonly years: (count: string) => string;
  readonly days: (count: string) => string;
  readonly untilClosed: string;
  readonly untilRemoved: string;

  // After a withdrawal.
  readonly withdrawn: string;
  readonly deleted: string;
  readonly nothingDeleted: string;
  readonly left: string;
  readonly reloadNeeded: string;
  readonly reload: string;

  /** What opens the visitor's receipts; the rest of their texts is in `receipts/`. */
  readonly receipts: string;

  // The stand-in of an embed.
  readonly embed: (provider: string) => string;
  readonly embedIntro: string;
  /** What "always" accepts when the embed is of no single service. */
  readonly embedCategory: (label: string) => string;
  readonly showOnce: string;
  readonly showAlways: string;
}

/** The texts of banner, settings and stand-ins: one object is one whole language. */

/** What a category is called, and one plain sentence on what it is used for. */
export interface CategoryTexts {
  readonly label: string;
  readonly purpose: string;
}

/** What is needed to ask: with the banner. */
export interface Texts {
  /** BCP 47; becomes `lang` of everything shown, so it must be the language of the texts (LAW 64). */
  readonly lang: string;
  /** The built-in categories, by id. */
  readonly categories: Readonly<Record<string, CategoryTexts>>;

  // First layer, at most 80 words in all (LAW 65).
  readonly title: string;
  /** Ends with a colon: the optional categories follow as a list. */
  readonly intro: (controller: string) => string;
  readonly sharing: string;
  /** The right to withdraw, and where (LAW 22). */
  readonly withdrawal: string;
  readonly policy: string;
  readonly reject: string;
  /** The other usual name of the refusal, for sites that choose it; never "accept necessary" (LAW 66). */
  readonly onlyNecessary: string;
  readonly accept: string;
  readonly customise: string;
  /** Announced after a decision (LAW 78). */
  readonly saved: string;
  /** Ends with a colon: what is new since the visitor's last choice follows as a list. */
  readonly changed: string;
  /** A category that was not asked about then. */
  readonly newCategory: (label: string) => string;
}

/** What only who opens the settings, meets an embed or withdraws needs. */
export interface SettingsTexts {
  readonly settings: string;
  readonly close: string;
  readonly settingsIntro: (controller: string) => string;
  /** Withdrawal does not touch what was lawful before it (LAW 38). */
  readonly before: string;
  readonly alwaysOn: string;
  /** Some of the services of a category are accepted, some are not. */
  readonly partly: string;
  /** A service accepted apart from its category. */
  readonly alone: (service: string) => string;
  readonly save: string;
  readonly withdrawAll: string;
  /** Where to complain about what is stored in the browser (LEK), and where about personal data (GDPR 77). */
  readonly pts: string;
  readonly imy: string;
  readonly services: (count: number) => string;

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

/** A language as a whole. */
export interface AllTexts extends Texts, SettingsTexts {}

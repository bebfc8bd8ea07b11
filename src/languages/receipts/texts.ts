/** The texts of "Mina kvitton": apart from the others, since only who opens it needs them. */
import type { Action, DecisionEvent, GrantState } from '../../model/choice.ts';

/** How a check of a receipt ended, but for the good end. */
export type NotConfirmed = 'altered' | 'unknownKey' | 'noProof' | 'noKeys' | 'noCrypto';

export interface ReceiptTexts {
  readonly intro: (controller: string) => string;
  readonly count: (receipts: number) => string;
  readonly none: string;
  readonly unreachable: string;
  /** Why the visitor holds receipts at all. */
  readonly why: string;

  // One receipt, in words.
  readonly events: Readonly<Record<DecisionEvent, string>>;
  readonly actions: Readonly<Record<Action, string>>;
  readonly states: Readonly<Record<Exclude<GrantState, 'required'>, string>>;
  readonly validUntil: string;
  readonly keptUntil: string;
  readonly at: (controller: string) => string;
  readonly arrived: (time: string) => string;
  readonly restrictedState: string;
  readonly notYet: string;
  readonly gone: string;
  readonly unseen: string;
  readonly differs: string;
  readonly technical: string;
  readonly number: string;
  readonly hash: string;
  readonly notice: string;
  readonly config: string;

  // The check of the receiver's signature.
  readonly check: string;
  readonly checked: string;
  readonly confirmed: (time: string) => string;
  readonly notConfirmed: Readonly<Record<NotConfirmed, string>>;
  readonly allConfirmed: string;
  readonly someAltered: (receipts: number) => string;
  readonly someUnchecked: (receipts: number) => string;

  // To take along.
  readonly download: string;
  readonly downloadPage: string;
  /** What the files are called, without an ending. */
  readonly fileName: string;
  readonly pageTitle: string;
  readonly made: (time: string) => string;

  readonly withdrawn: string;

  readonly restrict: string;
  readonly restrictText: (controller: string) => string;
  readonly restrictNow: string;
  readonly restrictDone: string;
  readonly lift: string;
  readonly liftDone: string;

  readonly erase: string;
  readonly eraseText: (controller: string) => string;
  readonly kept: string;
  readonly after: string;
  readonly eraseNow: string;
  readonly eraseDone: string;
  readonly erasePartly: string;
  readonly failed: string;

  readonly complain: string;
  readonly complainText: (controller: string) => string;
  readonly damages: (controller: string) => string;
  readonly copyLabel: string;
  readonly copy: string;
  readonly copied: string;
  /** The complaint itself. `receipts`: one line for each. */
  readonly complaint: (by: {
    readonly controller: string;
    readonly site: string;
    readonly receipts: string;
  }) => string;

  readonly about: string;
  readonly controller: (controller: string) => string;
  readonly organisationNumber: string;
  readonly address: string;
  readonly email: string;
  readonly purpose: string;
  readonly keptAt: (host: string) => string;
  readonly retention: (months: number) => string;
  readonly source: string;
  readonly recipients: string;
  readonly noRecipients: string;
  readonly country: (country: string) => string;
}

import type { ConflictTopic } from '../../../src/domain/answer.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import type { ReasonKind } from '../stream/reasons.ts';
import type { Failure } from '../stream/turn.ts';

/**
 * A text for each form that a language has for numbers (`Intl.PluralRules`); `#` stands for the number.
 * `other` serves all that have no form of their own.
 */
export type Counted = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Every word that the element itself says, in one language. Words in braces are filled in. */
export interface StringTable {
  readonly askLabel: string;
  /** In the empty field; on the button of the bubble and at its head too. */
  readonly askPlaceholder: string;
  readonly ask: string;
  readonly stop: string;
  readonly keysHint: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly suggestions: string;
  /** Above questions that the archive answers, under one that it does not. */
  readonly askInstead: string;
  readonly conversation: string;
  readonly searching: string;
  /** Articles that are being read. */
  readonly reading: Counted;
  /** Below the field where an answer is late. */
  readonly slow: string;
  /** Citations of an answer that has ended. */
  readonly answerDone: Counted;
  readonly stopped: string;
  readonly abstained: string;
  /** What the server says in English where it has no answer. */
  readonly abstainedText: string;
  readonly nearest: string;
  readonly sources: string;
  readonly alsoReportedBy: string;
  /** Above the sides of a disagreement, by what it is on; `any` where that is not known. */
  readonly conflicts: Readonly<Record<'any' | ConflictTopic, string>>;
  /** Why a sentence is not borne out; the words at issue may follow. */
  readonly reasons: Readonly<Record<ReasonKind, string>>;
  readonly retry: string;
  readonly edit: string;
  /** Closes the bubble. */
  readonly close: string;
  /** `{number}`, `{title}`. */
  readonly citation: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly tooLong: string;
  readonly failures: Readonly<Record<Failure['kind'], { readonly title: string; readonly detail: string }>>;
  readonly panel: {
    /** `{at}`, `{of}`. */
    readonly place: string;
    readonly alone: string;
    readonly previous: string;
    readonly next: string;
    readonly close: string;
    readonly loading: string;
    readonly original: string;
    readonly originalPlace: string;
    readonly article: string;
    readonly passageStart: string;
    readonly passageEnd: string;
    readonly moved: string;
    readonly gone: string;
    readonly unreadable: string;
    readonly quoted: string;
  };
}

import type { Verdict } from '../../../src/domain/verdict.ts';
import type { Failure } from '../stream/turn.ts';

/** Every word that the element itself says. One table per language, all of this shape. */
export interface Strings {
  readonly locale: string;
  readonly askLabel: string;
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
  readonly reading: (articles: number) => string;
  readonly answerDone: (citations: number) => string;
  readonly stopped: string;
  readonly abstained: string;
  readonly nearest: string;
  readonly sources: string;
  readonly alsoReportedBy: string;
  readonly conflict: (about: string) => string;
  readonly retry: string;
  readonly edit: string;
  readonly citation: (number: number, title: string) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly failures: Readonly<Record<Failure['kind'], { readonly title: string; readonly detail: string }>>;
  readonly panel: {
    readonly place: (at: number, of: number) => string;
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

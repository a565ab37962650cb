import type { AnswerClaim, Conflict } from '../../../src/domain/answer.ts';
import type { Cite } from '../../../src/domain/document.ts';

/** A cite under the number that the reader sees. */
export interface NumberedCite {
  readonly number: number;
  readonly cite: Cite;
}

export interface TurnClaim extends Omit<AnswerClaim, 'citations'> {
  readonly index: number;
}

/** What the page shows where there is no answer. Texts of the page's own are chosen by `kind`. */
export interface Failure {
  /**
   * `refused`: the server said no before it began (a problem document); `not-admitted`: it knows no such
   * site, or not this page as one of it; `too-many`: a limit is exhausted; `broken`: it failed while
   * answering; `unreachable`: no connection; `interrupted`: the connection ended mid-answer.
   */
  readonly kind: 'refused' | 'not-admitted' | 'too-many' | 'broken' | 'unreachable' | 'interrupted';
  /** The server's own words; empty where it said nothing. */
  readonly title: string;
  readonly detail: string;
  /** Refused because the question is too long. */
  readonly isTooLong?: boolean;
  /** What the server told the page's programmers, where the reader is told something plainer. */
  readonly cause?: string;
  /** When to ask again, from when it failed. */
  readonly waitSeconds?: number;
}

/**
 * `searching`: nothing came yet; `reading`: articles were found; `writing`: text is coming. Then
 * exactly one of the others, for good.
 */
type Phase = 'searching' | 'reading' | 'writing' | 'answered' | 'abstained' | 'stopped' | 'failed';

/** Which documents may answer; what is absent does not narrow. */
export interface QuestionFilter {
  /** First and last day of publication, `YYYY-MM-DD`. */
  readonly since?: string;
  readonly until?: string;
  /** A glob over paths, such as `2026/**`. */
  readonly path?: string;
}

/** One question and all that is known of its answer. */
export interface Turn {
  readonly id: string;
  readonly question: string;
  readonly filter: QuestionFilter;
  readonly phase: Phase;
  /** Answer text so far. */
  readonly text: string;
  /** Judged sentences, in the answer's order. */
  readonly claims: readonly TurnClaim[];
  /** Citations by the index of their claim, in the order they came. */
  readonly citations: ReadonlyMap<number, readonly NumberedCite[]>;
  /** Documents that the server is reading, by id. */
  readonly sources: ReadonlyMap<string, string>;
  readonly conflicts: readonly Conflict[];
  readonly nearest: readonly Cite[];
  /** What the reader should know of how the answer came about; empty where nothing. */
  readonly notice: string;
  /** True where the notice is that the answer's end is missing. */
  readonly endsEarly: boolean;
  readonly failure: Failure | null;
}

export function newTurn(id: string, question: string, filter: QuestionFilter = {}): Turn {
  return {
    id,
    question,
    filter,
    phase: 'searching',
    text: '',
    claims: [],
    citations: new Map(),
    sources: new Map(),
    conflicts: [],
    nearest: [],
    notice: '',
    endsEarly: false,
    failure: null,
  };
}

/** True while an answer may still grow. */
export function isOpen(turn: Turn): boolean {
  return turn.phase === 'searching' || turn.phase === 'reading' || turn.phase === 'writing';
}

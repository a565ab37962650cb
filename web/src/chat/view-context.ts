import type { Cite, Ref } from '../../../src/domain/document.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import type { Turn } from '../stream/turn.ts';
import type { Strings } from '../strings/strings.ts';

/** A place that the source panel can show; without a cite, the article from its beginning. */
export interface SourceTarget {
  readonly ref: Ref;
  readonly cite: Cite | null;
  /** The number that the reader sees; null outside an answer's own citations. */
  readonly number: number | null;
}

/** Targets that belong together, for "previous" and "next", and the one to begin with. */
export interface SourceRequest {
  readonly targets: readonly SourceTarget[];
  readonly at: number;
}

/** What the card beside a citation says. */
export interface CitationNote {
  readonly cite: Cite;
  readonly verdict: Verdict;
  readonly alsoReportedBy: readonly Ref[];
}

export interface Actions {
  readonly ask: (question: string) => void;
  readonly retry: (turnId: string) => void;
  readonly edit: (turnId: string) => void;
  /** `opener` gets the focus back when the panel closes. */
  readonly openSource: (request: SourceRequest, opener: HTMLElement) => void;
  readonly showNote: (note: CitationNote, anchor: HTMLElement) => void;
  readonly hideNote: () => void;
}

/** What every view needs besides its own data. */
export interface ViewContext {
  readonly strings: Strings;
  readonly actions: Actions;
  /** The citation that the source panel shows. */
  readonly open: Cite | null;
  /** Questions that the archive answers, for a reader whose own it does not; none where there are none. */
  readonly suggestions: readonly string[];
  /** What the surroundings put under an answer that has ended. */
  readonly turnTools: (turn: Turn) => unknown;
}

export const targetOf = (cite: Cite, number: number | null = null): SourceTarget => ({
  ref: cite,
  cite,
  number,
});

/** The element that an event's listener stands on; listeners here stand on HTML elements only. */
export function listenerElement(event: Event): HTMLElement {
  if (event.currentTarget instanceof HTMLElement) return event.currentTarget;
  throw new TypeError('the listener stands on no HTML element');
}

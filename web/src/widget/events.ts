import type { Cite } from '../../../src/domain/document.ts';
import { numberedCites } from '../stream/answer-view.ts';
import type { Turn } from '../stream/turn.ts';

/** A citation as a page is told of it. */
interface CitationDetail extends Cite {
  /** The number that the reader sees; null outside an answer's own citations. */
  readonly number: number | null;
}

/** What a page is told, by the event's name. */
interface WidgetEvents {
  'citedesk-open': null;
  'citedesk-close': null;
  'citedesk-ask': { readonly question: string };
  'citedesk-answer': {
    readonly question: string;
    readonly status: 'answered' | 'abstained' | 'stopped' | 'failed';
    readonly text: string;
    readonly citations: readonly CitationDetail[];
    /** Null unless it failed. */
    readonly failure: { readonly kind: string; readonly cause: string } | null;
  };
  'citedesk-citation-click': CitationDetail;
  'citation-click': CitationDetail;
}

/** Tells the page around an element; false where the page has taken the matter over (`preventDefault`). */
export function tell<Name extends keyof WidgetEvents>(
  element: Element,
  name: Name,
  detail: WidgetEvents[Name],
): boolean {
  return element.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}

/** What a turn that has ended says; null for one that is under way. */
export function answerDetail(turn: Turn): WidgetEvents['citedesk-answer'] | null {
  const { question, phase: status, text, failure } = turn;
  if (status === 'searching' || status === 'reading' || status === 'writing') return null;
  const citations = numberedCites(turn).map(({ cite, number }) => ({ ...cite, number }));
  const cause = failure && (failure.cause ?? failure.detail);
  return {
    question,
    status,
    text,
    citations,
    failure: failure && { kind: failure.kind, cause: cause ?? '' },
  };
}

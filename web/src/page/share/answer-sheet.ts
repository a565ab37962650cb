import type { Cite } from '../../../../src/domain/document.ts';
import { numberedCites } from '../../stream/answer-view.ts';
import { type Excerpt, spanWithin } from '../../stream/excerpt.ts';
import type { Turn } from '../../stream/turn.ts';
import type { Strings } from '../../strings/strings.ts';
import { plainLine, plainProse } from '../../text/bidi.ts';
import { dateInWords } from '../../text/dates.ts';
import { addressAtWords } from '../../text/text-fragment.ts';

/** A quotation under an answer. */
export interface SheetSource {
  readonly quote: string;
  readonly title: string;
  /** In words; null for an undated article. */
  readonly date: string | null;
  /** The original at the quoted words, else null. */
  readonly url: string | null;
}

interface SheetSentence {
  readonly text: string;
  /** Numbers of its sources. */
  readonly numbers: readonly number[];
  /** The verdict in words where it is not simply supported. */
  readonly caution: string | null;
}

/** An answer as it leaves the page: what each form of it is made from. */
export interface AnswerSheet {
  readonly question: string;
  readonly sentences: readonly SheetSentence[];
  /** What stands where there are no sentences. */
  readonly text: string;
  readonly isFinished: boolean;
  /** In the order of their numbers, from 1. */
  readonly sources: readonly (SheetSource & { readonly number: number })[];
  readonly alsoReportedBy: readonly string[];
  readonly conflicts: readonly { readonly about: string; readonly sides: readonly SheetSource[] }[];
  readonly nearest: readonly SheetSource[];
}

interface SheetOptions {
  readonly strings: Strings;
  readonly excerptOf: (cite: Cite) => Excerpt | null;
}

export function sheetOf(turn: Turn, options: SheetOptions): AnswerSheet {
  const sourceOf = (cite: Cite) => sheetSource(cite, options);
  const also = turn.claims.flatMap((claim) => claim.alsoReportedBy.map(({ title }) => plainLine(title)));
  return {
    question: plainProse(turn.question),
    sentences: turn.claims.map((claim) => ({
      text: plainProse(claim.text),
      numbers: (turn.citations.get(claim.index) ?? []).map(({ number }) => number),
      caution: claim.verdict === 'supported' ? null : options.strings.verdicts[claim.verdict],
    })),
    text: plainProse(turn.text),
    isFinished: turn.phase === 'answered' || turn.phase === 'abstained',
    sources: numberedCites(turn).map(({ number, cite }) => ({ number, ...sourceOf(cite) })),
    alsoReportedBy: [...new Set(also)],
    conflicts: turn.conflicts.map(({ about, sides }) => ({
      about: plainLine(about),
      sides: sides.map(sourceOf),
    })),
    nearest: turn.phase === 'abstained' ? turn.nearest.map(sourceOf) : [],
  };
}

function sheetSource(cite: Cite, { strings, excerptOf }: SheetOptions): SheetSource {
  const { quote, title, publishedAt, url } = cite;
  return {
    quote: plainProse(quote),
    title: plainLine(title),
    date: dateInWords(publishedAt, strings.locale),
    url: url === null ? null : addressOf(cite, url, excerptOf(cite)),
  };
}

function addressOf(cite: Cite, url: string, excerpt: Excerpt | null): string {
  const span = excerpt && spanWithin(excerpt, cite);
  if (excerpt && span) return addressAtWords(url, excerpt.text, span);
  return addressAtWords(url, cite.quote, { start: 0, end: cite.quote.length });
}

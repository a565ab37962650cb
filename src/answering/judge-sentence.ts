import { type Cite, citeOf } from '../domain/document.ts';
import { type Span, sliceSpan, spanContains } from '../domain/span.ts';
import type { Reason, Verdict } from '../domain/verdict.ts';
import type { Judge, SourceJudgement } from './judge.ts';
import type { NumberedPassage } from './numbered-passages.ts';
import { readText } from './reading.ts';
import type { WrittenSentence } from './written-sentences.ts';

/** A written sentence, held against the passages. */
export interface JudgedSentence {
  readonly text: string;
  readonly verdict: Verdict;
  /** `draft` spans count in `text`. */
  readonly reasons: readonly Reason[];
  /** What the verdict rests on; empty where nothing bears on it. */
  readonly citations: readonly Cite[];
  /** Places of passages that say otherwise, where others bear the sentence out. */
  readonly opposing: readonly Cite[];
}

export interface SentenceJudging {
  readonly judge: Judge;
  readonly passages: readonly NumberedPassage[];
  readonly signal?: AbortSignal;
}

/**
 * Holds a sentence against the passages that it cites, each citation against its own part where the
 * whole is in none of them, and then against the others. A sentence that only an uncited passage bears
 * out is `partially-supported` and cites that one, for the reason `wrong-source`; without a citation of
 * its own it is `supported`. Where none bears it out, what contradicts it counts before a cited passage
 * that says a part.
 */
export async function judgeSentence(
  sentence: WrittenSentence,
  judging: SentenceJudging,
): Promise<JudgedSentence> {
  const { text, numbers } = sentence;
  const cited = judging.passages.filter(({ number }) => numbers.includes(number));
  const own = await judgeAll(text, cited, judging);
  if (own.some(isSupport)) return borneOut(text, own);
  const byParts = await judgeParts(sentence, judging);
  if (byParts !== null) return byParts;
  const others = judging.passages.filter((passage) => !cited.includes(passage));
  const elsewhere = await judgeAll(text, others, judging);
  if (!elsewhere.some(isSupport)) return notBorneOut(text, { own, elsewhere });
  const found = borneOut(text, elsewhere);
  const isMiscited =
    cited.length > 0 && !own.some(({ judgement }) => judgement.verdict === 'partially-supported');
  return isMiscited ? miscited(found) : found;
}

interface Judged {
  readonly source: NumberedPassage;
  readonly judgement: SourceJudgement;
}

const isSupport = ({ judgement }: Judged) => judgement.verdict === 'supported';
const isOpposition = ({ judgement }: Judged) => judgement.verdict === 'contradicted';

async function judgeAll(
  text: string,
  sources: readonly NumberedPassage[],
  { judge, signal }: SentenceJudging,
): Promise<Judged[]> {
  if (sources.length === 0) return [];
  const asked = sources.map(({ document, sentences }) => ({ document, spans: sentences }));
  const judgements = await judge(text, asked, signal === undefined ? {} : { signal });
  return sources.flatMap((source, index) => {
    const judgement = judgements[index];
    return judgement === undefined ? [] : [{ source, judgement }];
  });
}

/** Passages cited where the sentence named none of those that bear it out: each says all of it, so two are enough. */
const MOST_FOUND = 2;

function borneOut(text: string, judged: readonly Judged[]): JudgedSentence {
  const supporting = judged
    .filter(isSupport)
    .toSorted((a, b) => b.judgement.score - a.judgement.score)
    .slice(0, MOST_FOUND);
  const opposing = judged.filter(isOpposition);
  return {
    text,
    verdict: 'supported',
    reasons: opposing.flatMap(({ judgement }) => judgement.reasons).map(asDisagreement),
    citations: distinct(supporting.flatMap((one) => placesOf(text, one))),
    opposing: distinct(opposing.flatMap((one) => placesOf(text, one))),
  };
}

const asDisagreement = (reason: Reason): Reason => ({ ...reason, code: 'sources-disagree' });

// "It opened in May [1] and cost 41 crowns [2]": no passage says all of it, each says its own part.
async function judgeParts(
  { text, parts }: WrittenSentence,
  judging: SentenceJudging,
): Promise<JudgedSentence | null> {
  if (parts.length < 2) return null;
  const found: JudgedSentence[] = [];
  for (const part of parts) {
    const sources = judging.passages.filter(({ number }) => part.numbers.includes(number));
    const judged = await judgeAll(part.text, sources, judging);
    if (!judged.some(isSupport)) return null;
    found.push(borneOut(part.text, judged));
  }
  return {
    text,
    verdict: 'supported',
    reasons: [],
    citations: distinct(found.flatMap(({ citations }) => citations)),
    opposing: distinct(found.flatMap(({ opposing }) => opposing)),
  };
}

function miscited(found: JudgedSentence): JudgedSentence {
  const { text, citations } = found;
  const source = citations[0] ?? null;
  const words =
    source === null
      ? 'Another passage says this.'
      : `Not the passage that was cited says this, but “${source.title}”.`;
  const draft = { start: 0, end: text.length, text };
  const reason: Reason = { code: 'wrong-source', words, draft, source };
  return { ...found, verdict: 'partially-supported', reasons: [reason, ...found.reasons] };
}

interface Searched {
  /** The cited passages. */
  readonly own: readonly Judged[];
  readonly elsewhere: readonly Judged[];
}

function notBorneOut(text: string, { own, elsewhere }: Searched): JudgedSentence {
  const judged = [...own, ...elsewhere];
  const isPart = ({ judgement }: Judged) => judgement.verdict === 'partially-supported';
  // A part counts where it was cited: some passage shares words with almost anything.
  const telling = judged.find(isOpposition) ?? own.find(isPart);
  if (telling === undefined) {
    const nearest = own[0] ?? elsewhere.find(isPart) ?? elsewhere[0];
    return unsupported(text, nearest?.judgement);
  }
  const { verdict, reasons } = telling.judgement;
  return {
    text,
    verdict,
    reasons,
    citations: distinct(placesOf(text, telling)),
    opposing: [],
  };
}

function unsupported(text: string, nearest: SourceJudgement | undefined): JudgedSentence {
  const draft = { start: 0, end: text.length, text };
  const none: Reason = { code: 'no-evidence', words: 'No passage bears this out.', draft, source: null };
  return {
    text,
    verdict: nearest?.verdict === 'not-checked' ? 'not-checked' : 'unsupported',
    reasons: nearest === undefined || nearest.reasons.length === 0 ? [none] : nearest.reasons,
    citations: [],
    opposing: [],
  };
}

/** The places that a judgement rests on, inside the sentences that were judged. */
function placesOf(text: string, { source, judgement }: Judged): Cite[] {
  const { document, sentences } = source;
  const whole = { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 };
  const places = judgement.evidence.filter(
    (cite) => cite.documentId === document.id && cite.end > cite.start && spanContains(whole, cite),
  );
  const nearest = nearestSentence(text, source);
  const spans: readonly Span[] = places.length > 0 ? places : nearest === null ? [] : [nearest];
  return spans.map((span) => citeOf(document, span));
}

/** The sentence that shares most words with the text: where a judge names no place. */
function nearestSentence(text: string, { document, sentences }: NumberedPassage): Span | null {
  const { terms } = readText(text);
  const shared = (span: Span) => readText(sliceSpan(document.text, span)).terms.intersection(terms).size;
  return sentences.reduce<Span | null>(
    (best, span) => (best === null || shared(span) > shared(best) ? span : best),
    null,
  );
}

function distinct(cites: readonly Cite[]): Cite[] {
  return [...new Map(cites.map((cite) => [`${cite.documentId} ${cite.start} ${cite.end}`, cite])).values()];
}

import { type Cite, citeOf } from '../domain/document.ts';
import { type Span, spansOverlap } from '../domain/span.ts';
import type { Reason, ReasonCode } from '../domain/verdict.ts';
import type { ClaimText } from './claim-text.ts';
import type { Combined, Findings } from './combine.ts';
import type { Token } from './compare-tokens.ts';
import { bestOfParts } from './model-word.ts';
import { isNegation } from './opposed-words.ts';
import type { MissingPart, Reading } from './reading.ts';
import {
  findingReasons,
  missingReason,
  opposedReason,
  reasonWithoutSource,
  unlikeReason,
} from './reasons.ts';
import { type PartReading, windowSentences } from './source-reading.ts';
import type { SourceSentence } from './source-text.ts';

/** Why the verdict is what it is, in a person's words; nothing where the claim is supported. */
export function reasonsFor({ verdict }: Combined, findings: Findings): Reason[] {
  const { claim, reading, quotes } = findings;
  if (verdict === 'supported') return [];
  const { statement } = claim;
  const quoted = quotes.flatMap(({ reasons }) => reasons).map(aboutOneSource);
  if (quoted.length > 0) return quoted;
  const opposing = reading.parts.flatMap((part) => part.opposing ?? []);
  if (opposing.length > 0) return opposing.flatMap((one) => findingReasons(statement, one, statement.text));
  const nearest = weakestPart(findings)?.readings[0];
  if (verdict === 'unsupported' || nearest === undefined) return [noEvidence(claim)];
  if (verdict !== 'contradicted') return [missingReason(statement, nearest, statement.text)];
  return findings.opinion === undefined
    ? differenceReasons(claim, nearest)
    : [opposedReason(statement, nearest, lackingFact(claim, nearest))];
}

// Of several sentences the one that the model finds least borne out is the one to explain.
function weakestPart({ reading, scores }: Findings): PartReading | undefined {
  const best = bestOfParts(reading, scores).toSorted((a, b) => a.scores.supports - b.scores.supports);
  const weakest = best[0]?.window.part ?? reading.parts[0]?.part;
  return reading.parts.find(({ part }) => part === weakest);
}

// Found in the archive or not is for whoever searched it.
const aboutOneSource = (reason: Reason): Reason =>
  reason.code === 'quote-not-found'
    ? { ...reason, words: 'The source does not have this quotation.' }
    : reason;

const noEvidence = ({ statement }: ClaimText) =>
  reasonWithoutSource('no-evidence', 'The source does not bear this out.', {
    claim: statement,
    draft: statement.text,
  });

// What the sentence lacks is the likeliest to be otherwise; where it lacks no fact, its meaning is turned.
function lackingFact(claim: ClaimText, { missing }: Reading): { code: ReasonCode; at: Span } {
  const facts = missing.flatMap((at) => {
    const code = codeOf(claim, at);
    return code === null ? [] : [{ code, at }];
  });
  return facts[0] ?? { code: 'negation-mismatch', at: claim.statement };
}

// The model says that the source contradicts, and not where: what the nearest sentence lacks is the likeliest.
function differenceReasons(claim: ClaimText, reading: Reading): Reason[] {
  const { statement } = claim;
  const typed = reading.missing.flatMap((part) => {
    const code = codeOf(claim, part);
    return code === null ? [] : [unlikeReason(statement, reading, { code, at: part })];
  });
  if (typed.length > 0) return typed;
  if (reading.negationDiffers) {
    const at = denialIn(claim.facts.tokens) ?? statement;
    return [unlikeReason(statement, reading, { code: 'negation-mismatch', at })];
  }
  return [missingReason(statement, reading, statement.text)];
}

// With the word before it: "n't" alone tells a reader nothing.
function denialIn(tokens: readonly Token[]): Span | null {
  const index = tokens.findIndex(({ key }) => isNegation(key));
  const [before, denial] = [tokens[index - 1], tokens[index]];
  return denial === undefined ? null : { start: before?.start ?? denial.start, end: denial.end };
}

function codeOf({ facts }: ClaimText, part: MissingPart): ReasonCode | null {
  const touches = (list: readonly Span[]) => list.some((one) => spansOverlap(one, part));
  if (!part.isFact) return null;
  if (touches(facts.dates) || touches(facts.times)) return 'date-mismatch';
  if (touches(facts.numbers)) return 'number-mismatch';
  return touches(facts.names) ? 'name-mismatch' : null;
}

/** Sentences shown with a verdict at most. */
const MAX_EVIDENCE = 4;

/** The sentences that a verdict rests on, best first: those that settle it, or hold most together. */
export function evidenceFor({ verdict }: Combined, findings: Findings): Cite[] {
  const { claim, reading, scores, quotes } = findings;
  const quoted = quotes.flatMap(({ evidence }) => evidence);
  if (quoted.length > 0 && verdict === 'contradicted') return quoted.slice(0, MAX_EVIDENCE);
  const { source, parts } = reading;
  const opposing = parts.flatMap((part) => part.opposing ?? []);
  const verbatim = parts.flatMap(({ isVerbatim, readings }) => (isVerbatim ? readings.slice(0, 1) : []));
  const settling = opposing.length > 0 ? opposing : verbatim.length === parts.length ? verbatim : [];
  const read = windowSentences(
    source,
    bestOfParts(reading, scores).map(({ window }) => window),
  );
  const telling =
    settling.length > 0 ? settling.map(({ sentence }) => sentence.span) : tellingSentences(claim, read);
  // Where no word is shared a language model has borne it out, by what stands in the likeliest window.
  const isOpinion = telling.length === 0 && verdict === 'supported';
  const spans = isOpinion ? read.map(({ span }) => span) : telling;
  return spans.slice(0, MAX_EVIDENCE).map((span) => citeOf(source.document, span));
}

// One by one the sentence that holds most of the claim's words not held yet.
function tellingSentences({ content }: ClaimText, sentences: readonly SourceSentence[]): Span[] {
  const lacking = new Set(content.map(({ stem }) => stem));
  const gain = ({ stems }: SourceSentence) => [...lacking].filter((stem) => stems.has(stem)).length;
  const spans: Span[] = [];
  while (spans.length < MAX_EVIDENCE) {
    const best = sentences.toSorted((a, b) => gain(b) - gain(a))[0];
    if (best === undefined || gain(best) === 0) break;
    spans.push(best.span);
    for (const stem of best.stems) lacking.delete(stem);
  }
  return spans;
}

import { type Cite, citeOf } from '../domain/document.ts';
import { type Span, spansOverlap } from '../domain/span.ts';
import type { Reason, ReasonCode } from '../domain/verdict.ts';
import type { ClaimText } from './claim-text.ts';
import type { Combined, Findings } from './combine.ts';
import { isNegation } from './opposed-words.ts';
import type { MissingPart, Reading } from './reading.ts';
import { findingReasons, missingReason, reasonWithoutSource, unlikeReason } from './reasons.ts';

/** Why the verdict is what it is, in a person's words; nothing where the claim is supported. */
export function reasonsFor({ verdict }: Combined, findings: Findings): Reason[] {
  const { claim, reading, quotes } = findings;
  if (verdict === 'supported') return [];
  const { statement } = claim;
  const quoted = quotes.flatMap(({ reasons }) => reasons).map(aboutOneSource);
  if (quoted.length > 0) return quoted;
  if (reading.opposing !== null) return findingReasons(statement, reading.opposing, statement.text);
  const nearest = reading.readings[0];
  if (verdict === 'unsupported' || nearest === undefined) return [noEvidence(claim)];
  return verdict === 'contradicted'
    ? differenceReasons(claim, nearest)
    : [missingReason(statement, nearest, statement.text)];
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

// The model says that the source contradicts, and not where: what the nearest sentence lacks is the likeliest.
function differenceReasons(claim: ClaimText, reading: Reading): Reason[] {
  const { statement } = claim;
  const typed = reading.missing.flatMap((part) => {
    const code = codeOf(claim, part);
    return code === null ? [] : [unlikeReason(statement, reading, { code, at: part })];
  });
  if (typed.length > 0) return typed;
  if (reading.negationDiffers) {
    const at = claim.facts.tokens.find(({ key }) => isNegation(key)) ?? statement;
    return [unlikeReason(statement, reading, { code: 'negation-mismatch', at })];
  }
  return [missingReason(statement, reading, statement.text)];
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

/** The sentences that a verdict rests on, best first: one that settles it, or those that hold most together. */
export function evidenceFor({ verdict }: Combined, { claim, reading, scores, quotes }: Findings): Cite[] {
  const quoted = quotes.flatMap(({ evidence }) => evidence);
  if (quoted.length > 0 && verdict === 'contradicted') return quoted.slice(0, MAX_EVIDENCE);
  const { document } = reading.source;
  const settling = reading.isVerbatim ? reading.readings[0] : (reading.opposing ?? undefined);
  if (settling !== undefined) return [citeOf(document, settling.sentence.span)];
  const best = reading.windows.reduce(
    (chosen, _, index) => ((scores[index]?.supports ?? 0) > (scores[chosen]?.supports ?? 0) ? index : chosen),
    0,
  );
  const lacking = new Set(claim.content.map(({ stem }) => stem));
  const rest = (reading.windows[best]?.sentences ?? []).flatMap(
    (index) => reading.source.sentences[index] ?? [],
  );
  const cites: Cite[] = [];
  while (cites.length < MAX_EVIDENCE && rest.length > 0) {
    const gain = (at: number) => [...lacking].filter((stem) => rest[at]?.stems.has(stem)).length;
    const next = rest.reduce((chosen, _, index) => (gain(index) > gain(chosen) ? index : chosen), 0);
    if (gain(next) === 0) break;
    for (const sentence of rest.splice(next, 1)) {
      cites.push(citeOf(document, sentence.span));
      for (const stem of sentence.stems) lacking.delete(stem);
    }
  }
  return cites;
}

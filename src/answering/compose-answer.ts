import type { Answer, AnswerClaim } from '../domain/answer.ts';
import { type Cite, citeOf, type Document } from '../domain/document.ts';
import { chooseSentences } from './choose-sentences.ts';
import { answerConfidence, type RankedEvidence } from './confidence.ts';
import { findConflicts } from './conflicts.ts';
import { withBrackets } from './in-brackets.ts';
import type { Question } from './question.ts';
import type { RankedSentence } from './rank-sentences.ts';
import { inReadingOrder } from './reading-order.ts';
import { toldSentences } from './told-sentences.ts';

/** What is said where the archive does not hold the answer. */
export const NO_ANSWER = 'The archive does not hold an answer to this question.';

/**
 * Least confidence of an answer. Decision 16 has what other thresholds give; in the cross-validation that
 * fit-abstention.ts prints, XQuAD keeps 96 of 100 answers at 0.25 and refuses 65 of 100 near misses, ClapNQ 93
 * and 62; at 0.4 it is 89 and 76, 85 and 74.
 */
const LEAST_CONFIDENCE = 0.26;

// Nearest sentences shown with an abstention, one a passage: enough to see what the archive does hold.
const NEAREST = 3;

/**
 * An answer of verbatim sentences, each with its citation; or an abstention with the nearest sentences.
 * What the related documents tell is held against it: who reports the same, and who disagrees.
 */
export function composeAnswer(
  evidence: RankedEvidence & { readonly question: Question },
  related: readonly Document[],
): Answer {
  const { question, ranked } = evidence;
  if (answerConfidence(evidence) < LEAST_CONFIDENCE) return abstention(question, ranked);
  const told = toldSentences(related);
  const chosen = chooseSentences(question, ranked, told);
  const claims: AnswerClaim[] = [];
  let at = 0;
  for (const { candidate, alsoReportedBy } of inReadingOrder(chosen)) {
    const { document, span } = candidate;
    const { text, namedIn } = withBrackets(candidate);
    claims.push({
      text,
      start: at,
      end: at + text.length,
      // A sentence taken as it stands is supported by its own span, a name in brackets by that which names him or her.
      verdict: 'supported',
      citations: [span, ...(namedIn === null ? [] : [namedIn])].map((place) => citeOf(document, place)),
      alsoReportedBy,
    });
    at += text.length + 1;
  }
  return {
    status: 'answered',
    question: question.text,
    text: claims.map((claim) => claim.text).join(' '),
    claims,
    conflicts: findConflicts(question, chosen, told),
    nearest: [],
  };
}

function abstention(question: Question, ranked: readonly RankedSentence[]): Answer {
  return {
    status: 'abstained',
    question: question.text,
    text: NO_ANSWER,
    claims: [],
    conflicts: [],
    nearest: nearest(ranked),
  };
}

/** The best sentence of each of the nearest passages. */
function nearest(ranked: readonly RankedSentence[]): Cite[] {
  const best = new Map<string, RankedSentence>();
  for (const one of ranked) {
    const id = one.candidate.passage.trace.passageId;
    if (!best.has(id)) best.set(id, one);
  }
  return [...best.values()]
    .slice(0, NEAREST)
    .map(({ candidate }) => citeOf(candidate.document, candidate.span));
}

import { candidateSentences } from '../../../src/answering/candidates.ts';
import { FEATURES, type Features } from '../../../src/answering/feature-names.ts';
import type { HeldSentence } from '../../../src/answering/hold-against.ts';
import type { Document } from '../../../src/domain/document.ts';
import { passageOf } from './article.ts';

/** Every sentence of the documents as ranked, in order, with the share that `shareOf` gives it. */
export function ranked(
  documents: readonly Document[],
  shareOf: (index: number) => number = () => 0.3,
  features: Partial<Features> = {},
): HeldSentence[] {
  const passages = documents.map((document, index) =>
    passageOf(document, { start: 0, end: document.text.length }, index + 1),
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  return candidateSentences(passages, byId).map((candidate, index) => ({
    candidate,
    features: { ...none, ...features },
    score: -index,
    share: shareOf(index),
    held: 3,
  }));
}

// `fromEntries` cannot tell that every name of FEATURES is there.
const none = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Record<
  (typeof FEATURES)[number],
  number
>;

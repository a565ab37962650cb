import type { CheckedClaim } from '../../../../src/domain/check.ts';
import type { Cite } from '../../../../src/domain/document.ts';
import type { Reason } from '../../../../src/domain/verdict.ts';

/** A place in an article, by its words. */
export function citeOfWords(documentId: string, quote: string, start = 0): Cite {
  const ref = { documentId, path: `${documentId}.md`, title: documentId, url: null, publishedAt: null };
  return { ...ref, start, end: start + quote.length, quote };
}

/** The claim of these words where they stand in the text. */
export function claimAt(text: string, words: string, rest: Partial<CheckedClaim> = {}): CheckedClaim {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the text lacks: ${words}`);
  const found = { start, end: start + words.length, text: words };
  const judged = { kind: 'statement', verdict: 'supported', score: 0.9, reasons: [], evidence: [] } as const;
  return { ...found, ...judged, independentSources: 1, ...rest };
}

/** A reason about these words of the text. */
export function reasonAt(
  text: string,
  { code, words, source }: { readonly code: Reason['code']; readonly words: string; readonly source: string },
): Reason {
  const start = text.indexOf(words);
  const draft = { start, end: start + words.length, text: words };
  return { code, words: `draft: ${words}; source: ${source}`, draft, source: citeOfWords('d1', source) };
}

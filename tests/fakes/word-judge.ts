import type { Judge, SourceJudgement, SourceToJudge } from '../../src/answering/judge.ts';
import { citeOf } from '../../src/domain/document.ts';
import { CitedeskError } from '../../src/domain/errors.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { terms } from '../../src/text/tokens.ts';

export interface WordJudge {
  readonly judge: Judge;
  /** Texts that were judged, in order. */
  readonly texts: readonly string[];
}

/**
 * A judge without a model: a sentence that holds all words of a text supports it, one that holds most but
 * another figure contradicts it, one that holds half supports it in part. It records what it is asked.
 */
export function createWordJudge(options: { readonly fault?: () => void } = {}): WordJudge {
  const texts: string[] = [];
  return {
    texts,
    async judge(text, sources, { signal }) {
      texts.push(text);
      await new Promise((resolve) => setImmediate(resolve));
      options.fault?.();
      if (signal?.aborted) throw new CitedeskError('aborted', 'The check was cancelled.');
      return sources.map((source) => judgeOne(text, source));
    },
  };
}

function judgeOne(text: string, { document, spans }: SourceToJudge): SourceJudgement {
  const asked = new Set(terms(text));
  const held = spans.map((span) => {
    const found = new Set(terms(document.text.slice(span.start, span.end)));
    return { span, found, share: asked.size === 0 ? 0 : asked.intersection(found).size / asked.size };
  });
  const best = held.toSorted((a, b) => b.share - a.share)[0];
  const verdict = best === undefined ? 'unsupported' : verdictOf(asked, best);
  const isBearing = best !== undefined && verdict !== 'unsupported';
  const evidence = isBearing ? [citeOf(document, best.span)] : [];
  const draft = { start: 0, end: text.length, text };
  const reasons =
    verdict === 'supported'
      ? []
      : [{ code: CODES[verdict], words: `It is ${verdict}.`, draft, source: evidence[0] ?? null }];
  return { verdict, score: verdict === 'supported' ? 0.9 : 0.1, reasons, evidence };
}

const CODES = {
  'partially-supported': 'missing-detail',
  contradicted: 'number-mismatch',
  unsupported: 'no-evidence',
  'not-checked': 'not-a-claim',
} as const;

const isFigure = (term: string) => /^\p{N}/u.test(term);

function verdictOf(asked: ReadonlySet<string>, best: { found: ReadonlySet<string>; share: number }): Verdict {
  if (best.share === 1) return 'supported';
  const missing = [...asked.difference(best.found)];
  const hasOther = missing.some(isFigure) && [...best.found.difference(asked)].some(isFigure);
  if (best.share >= 0.6 && hasOther) return 'contradicted';
  return best.share >= 0.5 ? 'partially-supported' : 'unsupported';
}

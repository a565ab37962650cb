import type { ClaimText } from './claim-text.ts';
import type { QuoteClaim } from './claims.ts';
import type { Judgement } from './judgement.ts';
import { isThisQuotation, occurrenceAt, type SourceSpeech, speechOf } from './occurrence.ts';
import { matchQuotation } from './quote-match.ts';
import { patternTokens, quotePattern } from './quote-pattern.ts';
import { judgeQuote } from './quote-verdict.ts';
import type { SourceText } from './source-text.ts';

/** The verdicts on the quotations inside a claim, compared word by word with the part of a source that is read. */
export function judgeQuotedWords(claim: ClaimText, { document, sentences }: SourceText): Judgement[] {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (claim.quotes.length === 0 || first === undefined || last === undefined) return [];
  const offset = first.span.start;
  const text = document.text.slice(offset, last.span.end);
  const speech = speechOf(document.text);
  return claim.quotes.map((quote) => judgeOne(claim, quote, { text, offset, speech, document }));
}

interface Place {
  readonly text: string;
  readonly offset: number;
  readonly speech: SourceSpeech;
  readonly document: SourceText['document'];
}

function judgeOne(claim: ClaimText, quote: QuoteClaim, place: Place): Judgement {
  const { text } = claim.statement;
  const pattern = quotePattern(quote.text);
  const match = patternTokens(pattern).length === 0 ? null : matchQuotation(pattern, place);
  if (match === null) return judgeQuote(quote, [], text);
  const found = occurrenceAt(match, {
    document: place.document,
    speech: place.speech,
    draft: { speaker: quote.quotation.speaker, names: claim.facts.names },
    sentence: matchQuotation(quotePattern(text), place),
  });
  return judgeQuote(quote, isThisQuotation(found, pattern) ? [found] : [], text);
}

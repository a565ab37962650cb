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
  return claim.quotes.flatMap((quote) => {
    const judged = judgeOne(claim, quote, { text, offset, speech, document });
    return judged.verdict === 'unsupported' && isHandedOn(quote, claim.statement.text) ? [] : [judged];
  });
}

/** Share of a claim from which a quotation is the whole of it. */
const WHOLE = 0.8;

// A claim set in marks as a whole, by nobody, may be a statement; its marks are those of whoever handed it on.
const isHandedOn = ({ quotation, text }: QuoteClaim, claim: string) =>
  quotation.speaker === null && text.length >= WHOLE * claim.length;

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

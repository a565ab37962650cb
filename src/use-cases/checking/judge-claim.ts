import type { DocumentId } from '../../domain/document.ts';
import { type Span, shiftSpan, spansOverlap } from '../../domain/span.ts';
import type { Reason } from '../../domain/verdict.ts';
import type { NameMention } from '../../text/names.ts';
import type { StatementClaim } from '../../verification/claims.ts';
import type { Judgement } from '../../verification/judgement.ts';
import { judgeQuote } from '../../verification/quote-verdict.ts';
import { draftSpanOf } from '../../verification/read-as.ts';
import { judgeNoClaim } from '../../verification/verdicts.ts';
import type { SearchDeps } from '../search.ts';
import { judgeAgainst, type Verifiers } from '../verifying/judge-against.ts';
import type { ArchiveReader } from './archive-reader.ts';
import type { CheckableClaim } from './checkable-claims.ts';
import { judgeCitedQuote } from './cited-quote.ts';
import type { CitedDraft } from './citing/citations.ts';
import { speakerOf } from './draft-speaker.ts';
import { gatherEvidence } from './evidence.ts';
import { findQuotation } from './find-quotation.ts';
import { holdToFacts, otherCounts } from './held-facts.ts';
import { holdToReporter } from './other-reporter.ts';
import { isSpokenInTurn, namesAnother } from './spoken-in-turn.ts';
import { statedOf } from './stated.ts';
import { weighSources } from './weigh-sources.ts';
import { heldToOutlet } from './wrong-outlet.ts';

/** What the claims of one draft are checked with. */
export interface ClaimCheck extends SearchDeps, Verifiers {
  readonly reader: ArchiveReader;
  /** ISO 8601; null where the draft does not say. */
  readonly publishedAt: string | null;
  readonly draft: string;
  readonly draftNames: readonly NameMention[];
  readonly cited: CitedDraft;
  readonly signal: AbortSignal | undefined;
}

/** The verdict on one claim; all spans of its reasons count in the draft. */
export async function judgeClaim(check: ClaimCheck, claim: CheckableClaim): Promise<Judgement> {
  const { draft, reader, signal } = check;
  switch (claim.kind) {
    case 'quote': {
      const attributed = { speaker: speakerOf(claim, draft), names: check.draftNames };
      const found = await findQuotation(reader, { claim, draft, attributed, signal });
      const judged = judgeCitedQuote(judgeQuote(claim, found, draft), {
        claim,
        draft,
        cited: citedIds(claim),
      });
      return heldToOutlet(judged, {
        reader,
        outlets: outletsOf(check, claim.sentence),
        place: { claim, draft },
      });
    }
    case 'statement': {
      const judged = await judgeStatement(check, claim);
      return heldToOutlet(judged, { reader, outlets: outletsOf(check, claim), place: { claim, draft } });
    }
    case 'not-a-claim':
      return judgeNoClaim(claim, draft);
    default:
      return claim satisfies never;
  }
}

const outletsOf = ({ cited }: ClaimCheck, span: Span) =>
  cited.outlets.filter((one) => spansOverlap(one, span));

type CheckableStatement = StatementClaim & Pick<CheckableClaim, 'citations'>;

async function judgeStatement(check: ClaimCheck, claim: CheckableStatement): Promise<Judgement> {
  const judgement = await judgeAsRead(check, claim);
  if (!hangsOnFilling(judgement, claim)) return judgement;
  if (judgement.reasons.every(namesAnother) && isSpokenInTurn(claim, check.draft)) return judgement;
  return judgeAsRead(check, { ...claim, asserts: unfilled(claim), filledIn: [] });
}

// What is judged, with the draft's own words again where others were filled in.
function unfilled({ asserts, text, filledIn }: CheckableStatement): string {
  let [own, from, longer] = ['', 0, 0];
  for (const { at, words } of filledIn) {
    own += asserts.slice(from, at.start + longer) + text.slice(at.start, at.end);
    from = at.start + longer + words.length;
    longer += words.length - (at.end - at.start);
  }
  return own + asserts.slice(from);
}

// Who "he" is may have been read wrongly: that alone contradicts nothing.
function hangsOnFilling({ verdict, reasons }: Judgement, { filledIn, start }: CheckableStatement): boolean {
  const fillings = filledIn.map(({ at }) => shiftSpan(at, start));
  return (
    verdict === 'contradicted' &&
    reasons.some(({ draft }) => fillings.some((filling) => spansOverlap(filling, draft)))
  );
}

async function judgeAsRead(check: ClaimCheck, claim: CheckableStatement): Promise<Judgement> {
  const { index, verifier, arbiter, publishedAt, signal, draft } = check;
  const padded = withoutAttributions(claim, check.cited.attributions);
  const asserts = padded.trim();
  const lead = padded.indexOf(asserts);
  const cited = citedIds(claim);
  const outlets = new Set(
    claim.citations.filter(({ isOutlet }) => isOutlet).flatMap(({ documentIds }) => [...documentIds]),
  );
  const sources = await gatherEvidence(check, {
    question: claim.readAs,
    asserts,
    cited,
    preferred: outlets,
    signal,
  });
  const weigh = (stem: string) => index.terms.inverseDocumentFrequency(stem);
  const options = { weigh, ...(signal === undefined ? {} : { signal }) };
  const judged = await judgeAgainst({ verifier, arbiter }, { text: asserts, publishedAt }, sources, options);
  const stated = statedOf(asserts, publishedAt, weigh);
  const weighed = judged.flatMap((judgement, at) => {
    const source = sources[at];
    if (source === undefined) return [];
    const { document } = source;
    const { reader } = check;
    const held = {
      document,
      sentences: reader.sentences(document),
      names: () => reader.speech(document).names,
    };
    const place = { claim, lead, draft };
    const others = otherCounts(stated, held).map((reason) => inDraft(reason, place));
    const speech = () => reader.speech(document);
    const heard = { draftNames: check.draftNames, source: held, speech };
    const told = holdToReporter(holdToFacts(judgement, stated, held), stated, heard);
    const reasons = told.reasons.map((reason) => inDraft(reason, place));
    return [{ ...source, judgement: { ...told, reasons }, otherCounts: others }];
  });
  return weighSources(weighed, { claim, draft });
}

/** Articles that the draft names for a claim; an outlet alone names none. */
function citedIds({ citations }: Pick<CheckableClaim, 'citations'>): ReadonlySet<DocumentId> {
  return new Set(
    citations.filter(({ isOutlet }) => !isOutlet).flatMap(({ documentIds }) => [...documentIds]),
  );
}

// Who is said to have reported it is not what an article must bear out.
function withoutAttributions(claim: CheckableStatement, attributions: readonly Span[]): string {
  const inside = attributions.filter((one) => spansOverlap(one, claim));
  if (inside.length === 0 || claim.filledIn.length > 0) return claim.asserts;
  const units = claim.asserts.split('');
  for (const { start, end } of inside.map((span) => shiftSpan(span, -claim.start)))
    units.fill(' ', Math.max(0, start), end);
  return units.join('');
}

interface JudgedText {
  readonly claim: StatementClaim;
  /** Where what was judged begins in `claim.asserts`. */
  readonly lead: number;
  readonly draft: string;
}

function inDraft(reason: Reason, { claim, lead, draft }: JudgedText): Reason {
  const { start, end } = draftSpanOf(claim, shiftSpan(reason.draft, lead));
  return { ...reason, draft: { start, end, text: draft.slice(start, end) } };
}

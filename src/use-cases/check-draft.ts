import type { CheckEvent, CheckedClaim, CheckReport } from '../domain/check.ts';
import { type Ref, refOf } from '../domain/document.ts';
import type { Draft } from '../domain/draft.ts';
import { throwIfAborted } from '../domain/errors.ts';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import type { DraftReader } from '../ports/draft-reader.ts';
import { names } from '../text/names.ts';
import { createArchiveReader } from './checking/archive-reader.ts';
import { breathe, CANCELLED } from './checking/breathe.ts';
import { type CheckableClaim, checkableClaims } from './checking/checkable-claims.ts';
import { readCitations } from './checking/citing/citations.ts';
import { createSourceDirectory } from './checking/citing/source-directory.ts';
import { inOrder } from './checking/in-order.ts';
import { type ClaimCheck, judgeClaim } from './checking/judge-claim.ts';
import { findOwnCopies, withoutDocuments } from './checking/own-copies.ts';
import { countStories } from './checking/stories.ts';
import type { CheckRequest } from './desk.ts';
import type { SearchDeps } from './search.ts';
import type { Verifiers } from './verifying/judge-against.ts';

/** Claims worked on at once: enough to keep the models busy while another claim is compared. */
const AHEAD = 4;

/** Citations shown with a claim; all of them count for its independent sources. */
const MAX_EVIDENCE = 4;

export interface CheckDeps extends SearchDeps, Verifiers {
  readonly drafts: DraftReader;
}

/**
 * Checks a draft against the archive, claim by claim in draft order: quotations by text in every
 * article, statements against the articles that they cite and the likeliest others, none of which is the
 * draft itself in another version. Memory is bounded whatever the draft's length; the event loop turns
 * between claims. Throws `aborted` when the signal fires; what the request may hold is for the caller to
 * check.
 */
export async function* checkDraft(deps: CheckDeps, request: CheckRequest): AsyncIterable<CheckEvent> {
  const { signal } = request;
  throwIfAborted(signal, CANCELLED);
  const draft = deps.drafts.read(request.draft, request.format ?? 'text');
  const { text } = draft;
  const copies = await findOwnCopies(deps.index, text, signal);
  const check = await prepare(deps, request, { draft, copies });
  const claims = checkableClaims(check.cited, text);
  yield { type: 'check-started', text, claimCount: claims.length };
  const checked: CheckedClaim[] = [];
  for await (const claim of inOrder(claims, (one) => checkClaim(check, one), AHEAD)) {
    yield { type: 'claim-checked', index: checked.length, claim };
    checked.push(claim);
    await breathe(signal);
  }
  yield { type: 'check-finished', report: reportOf(text, checked, copies.map(refOf)) };
}

interface Prepared {
  readonly draft: Draft;
  readonly copies: Awaited<ReturnType<typeof findOwnCopies>>;
}

async function prepare(
  deps: CheckDeps,
  request: CheckRequest,
  { draft, copies }: Prepared,
): Promise<ClaimCheck> {
  const index = withoutDocuments(deps.index, copies);
  const directory = createSourceDirectory(await index.passages.listDocuments());
  return {
    ...deps,
    index,
    reader: createArchiveReader(index),
    draft: draft.text,
    publishedAt: request.publishedAt ?? draft.publishedAt,
    draftNames: names(draft.text),
    cited: readCitations(draft, directory),
    signal: request.signal,
  };
}

async function checkClaim(check: ClaimCheck, claim: CheckableClaim): Promise<CheckedClaim> {
  throwIfAborted(check.signal, CANCELLED);
  const { verdict, score, reasons, evidence } = await judgeClaim(check, claim);
  const { start, end, text } = claim;
  const kind = claim.kind === 'quote' ? 'quote' : 'statement';
  const independentSources = await countStories(check.reader, evidence);
  const shown = evidence.slice(0, MAX_EVIDENCE);
  return { start, end, text, kind, verdict, score, reasons, evidence: shown, independentSources };
}

function reportOf(text: string, claims: readonly CheckedClaim[], ownCopies: readonly Ref[]): CheckReport {
  const count = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  // The verdicts are the keys, each once.
  const summary = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<
    Verdict,
    number
  >;
  return { text, summary, claims, ownCopies };
}

import type { CheckEvent, CheckedClaim, CheckReport } from '../domain/check.ts';
import { throwIfAborted } from '../domain/errors.ts';
import { VERDICTS, type Verdict } from '../domain/verdict.ts';
import { type NameMention, names } from '../text/names.ts';
import { type DraftClaim, draftClaims } from '../verification/claims.ts';
import type { Judgement } from '../verification/judgement.ts';
import { judgeQuote } from '../verification/quote-verdict.ts';
import { judgeNoClaim, judgeStatement } from '../verification/verdicts.ts';
import { type ArchiveReader, createArchiveReader } from './checking/archive-reader.ts';
import { breathe, CANCELLED } from './checking/breathe.ts';
import { findQuotation } from './checking/find-quotation.ts';
import { readSources } from './checking/read-sources.ts';
import { countStories } from './checking/stories.ts';
import type { CheckRequest } from './desk.ts';
import type { SearchDeps } from './search.ts';

/** Claims worked on at once: enough to keep the embedder busy while another claim is compared. */
const AHEAD = 4;

/** Citations shown with a claim; all of them count for its independent sources. */
const MAX_EVIDENCE = 4;

/**
 * Checks a draft against the archive, claim by claim in draft order: quotations by text in every
 * article, statements against the likeliest sentences. The draft comes back as it is. Memory is bounded
 * whatever its length; the event loop turns between claims. Throws `aborted` when the signal fires; what
 * the request may hold is for the caller to check.
 */
export async function* checkDraft(deps: SearchDeps, request: CheckRequest): AsyncIterable<CheckEvent> {
  const { draft, signal } = request;
  throwIfAborted(signal, CANCELLED);
  const claims = draftClaims(draft);
  yield { type: 'check-started', text: draft, claimCount: claims.length };
  const check: Check = {
    ...deps,
    reader: createArchiveReader(deps.index),
    draft,
    draftNames: names(draft),
    signal,
  };
  const checked: CheckedClaim[] = [];
  for await (const claim of inOrder(claims, (one) => checkClaim(check, one))) {
    yield { type: 'claim-checked', index: checked.length, claim };
    checked.push(claim);
    await breathe(signal);
  }
  yield { type: 'check-finished', report: reportOf(draft, checked) };
}

interface Check extends SearchDeps {
  readonly reader: ArchiveReader;
  readonly draft: string;
  readonly draftNames: readonly NameMention[];
  readonly signal: AbortSignal | undefined;
}

async function checkClaim(check: Check, claim: DraftClaim): Promise<CheckedClaim> {
  throwIfAborted(check.signal, CANCELLED);
  const { verdict, score, reasons, evidence } = await judge(check, claim);
  const { start, end, text } = claim;
  const kind = claim.kind === 'quote' ? 'quote' : 'statement';
  const independentSources = await countStories(check.reader, evidence);
  return {
    start,
    end,
    text,
    kind,
    verdict,
    score,
    reasons,
    evidence: evidence.slice(0, MAX_EVIDENCE),
    independentSources,
  };
}

async function judge(check: Check, claim: DraftClaim): Promise<Judgement> {
  const { draft, reader, signal } = check;
  switch (claim.kind) {
    case 'quote': {
      const attributed = { speaker: claim.quotation.speaker, names: check.draftNames };
      return judgeQuote(claim, await findQuotation(reader, { claim, draft, attributed, signal }), draft);
    }
    case 'statement':
      return judgeStatement(claim, await readSources(check, claim, signal), draft);
    case 'not-a-claim':
      return judgeNoClaim(claim, draft);
    default:
      return claim satisfies never;
  }
}

// A few at a time, each handed on in its turn. Nothing is left running when the reader stops early.
async function* inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): AsyncIterable<R> {
  const running: Promise<R>[] = [];
  try {
    for (const item of items) {
      if (running.length === AHEAD) yield await takeFirst(running);
      const task = work(item);
      // It may fail before its turn; whoever awaits it then hears of it.
      task.catch(() => undefined);
      running.push(task);
    }
    while (running.length > 0) yield await takeFirst(running);
  } finally {
    await Promise.allSettled(running);
  }
}

async function takeFirst<R>(running: Promise<R>[]): Promise<R> {
  const first = running[0];
  if (first === undefined) throw new Error('No work is running.');
  const result = await first;
  running.shift();
  return result;
}

function reportOf(text: string, claims: readonly CheckedClaim[]): CheckReport {
  const count = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  // The verdicts are the keys, each once.
  const summary = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<
    Verdict,
    number
  >;
  return { text, summary, claims };
}

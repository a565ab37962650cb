import type { Answer, AnswerClaim, AnswerEvent } from '../../../src/domain/answer.ts';
import type { ArchiveStatus } from '../../../src/domain/archive-status.ts';
import type { CheckReport } from '../../../src/domain/check.ts';
import type { Cite } from '../../../src/domain/document.ts';
import type { Desk, DocumentView } from '../../../src/use-cases/desk.ts';

const DOCUMENT_TEXT = 'The mill burned on Friday.\n\nNobody was hurt, the mayor said.';
export const DOCUMENT_ID = 'd0123456789abcdef';

const ref = {
  documentId: DOCUMENT_ID,
  path: '2026/mill fire.md',
  title: 'Mill fire',
  url: 'https://news.example/mill',
  publishedAt: '2026-05-03',
};

function citeAt(start: number, end: number): Cite {
  return { ...ref, start, end, quote: DOCUMENT_TEXT.slice(start, end) };
}

const first = citeAt(0, 26);
const second = citeAt(28, 60);

function claimOf(text: string, start: number, citations: readonly Cite[]): AnswerClaim {
  return { text, start, end: start + text.length, verdict: 'supported', citations, alsoReportedBy: [] };
}

export const ANSWERED: Answer = {
  status: 'answered',
  question: 'What burned?',
  text: `${first.quote} ${second.quote}`,
  claims: [claimOf(first.quote, 0, [first]), claimOf(second.quote, 27, [second, first])],
  conflicts: [],
  nearest: [],
};

const WRONG = 'The mill burned on Monday.';
const wrongAt = { start: first.quote.length + 3, end: first.quote.length + 3 + WRONG.length };

/** An answer that a model wrote, one sentence of it struck through. */
export const STRUCK: Answer = {
  status: 'answered',
  question: 'What burned?',
  text: `${first.quote} ~~${WRONG}~~ ${second.quote}`,
  claims: [
    claimOf(first.quote, 0, [first]),
    {
      ...claimOf(WRONG, wrongAt.start, [first]),
      verdict: 'contradicted',
      isStruck: true,
      reasons: [
        {
          code: 'date-mismatch',
          words: 'Draft: Monday; source: Friday.',
          draft: { ...wrongAt, text: WRONG },
          source: first,
        },
      ],
    },
    claimOf(second.quote, wrongAt.end + 3, [second]),
  ],
  conflicts: [],
  nearest: [],
  notice: 'The language model reached its limit of 500 tokens; the end of its answer is missing.',
  noticeCode: 'end-missing',
  writing: { model: 'ollama/one', droppedCitations: 1, repaired: 0, struck: 1, leftOut: 2 },
};

export const ABSTAINED: Answer = {
  status: 'abstained',
  question: 'Who won?',
  text: 'The archive does not hold an answer to this.',
  claims: [],
  conflicts: [],
  nearest: [first],
};

function addedText({ text, isStruck }: AnswerClaim, index: number): string {
  const marked = isStruck === true ? `~~${text}~~` : text;
  return index === 0 ? marked : ` ${marked}`;
}

function eventsOf(answer: Answer): AnswerEvent[] {
  const evidence = { question: answer.question, passages: [] };
  return [
    { type: 'evidence-found', evidence },
    ...answer.claims.flatMap((claim, index): AnswerEvent[] => [
      { type: 'text-added', text: addedText(claim, index) },
      { type: 'claim-judged', index, claim },
    ]),
    { type: 'answer-finished', answer },
  ];
}

const REPORT: CheckReport = {
  text: 'A draft.',
  summary: { supported: 0, 'partially-supported': 0, contradicted: 0, unsupported: 0, 'not-checked': 0 },
  claims: [],
  ownCopies: [],
};

const VIEW: DocumentView = {
  document: {
    id: DOCUMENT_ID,
    path: ref.path,
    title: ref.title,
    author: null,
    publishedAt: ref.publishedAt,
    url: ref.url,
    language: null,
    contentHash: '0'.repeat(64),
    access: 'public',
    text: DOCUMENT_TEXT,
    blocks: [{ kind: 'paragraph', start: 0, end: 26 }],
  },
  passages: [],
  sentences: [{ start: 0, end: 26 }],
};

export interface RecordingDesk extends Desk {
  /** Method names and what they were given, in order. */
  readonly calls: readonly { readonly method: string; readonly request: unknown }[];
  /** Fulfilled when an `ask` has ended in whatever way. */
  readonly askEnded: Promise<'finished' | 'stopped'>;
}

export interface RecordingOptions {
  readonly answer?: Answer;
  /** Thrown by every method. */
  readonly error?: unknown;
  /** Thrown by `ask` after this many events. */
  readonly failAfter?: { readonly events: number; readonly error: unknown };
  /** `ask` waits for its signal after this many events. */
  readonly hangAfter?: number;
}

/** A desk that says what it is told to and records what it is asked. */
export function recordingDesk(options: RecordingOptions = {}): RecordingDesk {
  const calls: { method: string; request: unknown }[] = [];
  let settle: (how: 'finished' | 'stopped') => void = () => {};
  const askEnded = new Promise<'finished' | 'stopped'>((resolve) => {
    settle = resolve;
  });
  const called = (method: string, request: unknown) => {
    calls.push({ method, request });
    if (options.error !== undefined) throw options.error;
  };
  return {
    calls,
    askEnded,
    async search(request) {
      called('search', request);
      return { question: request.question, passages: [], documents: [] };
    },
    async *ask(request) {
      called('ask', request);
      let how: 'finished' | 'stopped' = 'stopped';
      try {
        for (const [sent, event] of eventsOf(options.answer ?? ANSWERED).entries()) {
          if (sent === options.hangAfter) await aborted(request.signal);
          if (sent === options.failAfter?.events) throw options.failAfter.error;
          yield event;
        }
        how = 'finished';
      } finally {
        settle(how);
      }
    },
    async *check(request) {
      called('check', request);
      yield { type: 'check-started', text: request.draft, claimCount: 0 };
      yield { type: 'check-finished', report: { ...REPORT, text: request.draft } };
    },
    async verify(request) {
      calls.push({ method: 'verify', request });
      return { verdict: 'unsupported', score: 0, reasons: [], quote: null };
    },
    async document(id) {
      called('document', id);
      return id === DOCUMENT_ID ? VIEW : null;
    },
    async folders() {
      called('folders', null);
      return [{ name: '2026', articles: 2 }];
    },
    async archive() {
      called('archive', null);
      return ARCHIVE;
    },
    async manifest() {
      called('manifest', null);
      return {
        formatVersion: 1,
        fingerprint: 'f',
        madeWith: { model: 'm', dimensions: 3, splitter: 's' },
        builtAt: '2026-05-03T10:00:00.000Z',
        documentCount: 2,
        passageCount: 5,
      };
    },
  };
}

export const ARCHIVE: ArchiveStatus = {
  documents: 2,
  publicDocuments: 1,
  deskDocuments: 1,
  passages: 5,
  stories: 2,
  index: {
    formatVersion: 2,
    fingerprint: 'f',
    madeWith: { model: 'm', dimensions: 3, splitter: 's' },
    builtAt: '2026-05-03T10:00:00.000Z',
  },
  lastBuild: {
    finishedAt: '2026-05-03T10:00:01.000Z',
    seconds: 2.5,
    added: 2,
    changed: 0,
    unchanged: 0,
    removed: 0,
    embeddedPassages: 5,
    passagesPerSecond: 2,
    rebuildReason: null,
    skipped: [{ path: 'empty.txt', reason: 'The file is empty.' }],
    skippedCount: 1,
    warnings: [],
    warningCount: 0,
  },
};

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

import { z } from 'zod';
import { CONFLICT_TOPICS, NOTICE_CODES } from '../domain/answer.ts';
import { DOCUMENT_ACCESSES } from '../domain/document.ts';
import { DRAFT_FORMATS } from '../domain/draft.ts';
import { REASON_CODES, VERDICTS } from '../domain/verdict.ts';
import { LIMITS } from '../use-cases/desk.ts';

// The shapes of src/domain as the border sees them: what comes in is parsed by these, and
// /openapi.json is made of them. That they fit the domain types is checked by the compiler below.

const offset = z.int().min(0).describe('UTF-16 code units');
const span = { start: offset, end: offset };

export const refShape = {
  documentId: z.string(),
  path: z.string().describe('Relative to the corpus'),
  title: z.string(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  page: z.int().min(1).exactOptional(),
};
const ref = z.object(refShape).meta({ id: 'Ref', description: 'Names a document' });
export const citeSchema = z.object({ ...refShape, ...span, quote: z.string() }).meta({
  id: 'Cite',
  description: 'A place in a document: document.text.slice(start, end) === quote',
});
export const verdictSchema = z.enum(VERDICTS).meta({ id: 'Verdict' });

const trace = z.object({
  passageId: z.string(),
  vector: z.object({ rank: z.int().min(1), similarity: z.number() }).nullable(),
  terms: z.object({ rank: z.int().min(1), score: z.number() }).nullable(),
  fused: z.number(),
  nearDuplicates: z.array(ref),
});
const rankedPassage = z.object({
  ...refShape,
  ...span,
  rank: z.int().min(1),
  text: z.string(),
  score: z.number(),
  trace,
});
const rankedDocument = z.object({ ...refShape, rank: z.int().min(1), score: z.number() });

export const searchResultSchema = z
  .object({ question: z.string(), passages: z.array(rankedPassage), documents: z.array(rankedDocument) })
  .meta({ id: 'SearchResult' });

export const reasonSchema = z.object({
  code: z.enum(REASON_CODES),
  words: z.string(),
  draft: z.object({ ...span, text: z.string() }),
  source: citeSchema.nullable(),
});
const answerClaim = z.object({
  text: z.string(),
  ...span,
  verdict: verdictSchema,
  citations: z.array(citeSchema),
  alsoReportedBy: z.array(ref),
  reasons: z.array(reasonSchema).exactOptional(),
  isStruck: z.boolean().exactOptional().describe('Not borne out; shown struck through'),
});
const writing = z.object({
  model: z.string().exactOptional().describe('Absent where readers of other sites ask'),
  droppedCitations: z.int().min(0),
  repaired: z.int().min(0),
  struck: z.int().min(0),
  leftOut: z.int().min(0),
});

export const answerSchema = z
  .object({
    status: z.enum(['answered', 'abstained']),
    question: z.string(),
    text: z.string(),
    claims: z.array(answerClaim),
    conflicts: z.array(
      z.object({
        about: z.string(),
        sides: z.array(citeSchema),
        topic: z.enum(CONFLICT_TOPICS).exactOptional().describe('Absent: what was asked'),
        values: z.array(z.string()).exactOptional().describe('What each side says, in their order'),
      }),
    ),
    nearest: z.array(citeSchema),
    notice: z.string().exactOptional(),
    noticeCode: z.enum(NOTICE_CODES).exactOptional().describe('What the notice comes to'),
    writing: writing.exactOptional().describe('Absent where no language model was asked'),
  })
  .meta({ id: 'Answer' });

export const checkedClaimSchema = z.object({
  text: z.string(),
  ...span,
  kind: z.enum(['statement', 'quote']),
  verdict: verdictSchema,
  score: z.number().min(0).max(1),
  reasons: z.array(reasonSchema),
  evidence: z.array(citeSchema),
  independentSources: z.int().min(0),
});

export const checkReportSchema = z
  .object({
    text: z.string(),
    summary: z.record(z.enum(VERDICTS), z.int().min(0)),
    claims: z.array(checkedClaimSchema),
    ownCopies: z.array(ref).describe('Articles that are the draft itself: no evidence for it'),
  })
  .meta({ id: 'CheckReport' });

/** What a streamed check sends, one after another. */
export const checkEventSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('check-started'), text: z.string(), claimCount: z.int().min(0) }),
    z.object({ type: z.literal('claim-checked'), index: z.int().min(0), claim: checkedClaimSchema }),
    z.object({ type: z.literal('check-finished'), report: checkReportSchema }),
    z.object({ type: z.literal('check-failed'), problem: z.lazy(() => problemSchema) }),
  ])
  .meta({ id: 'CheckEvent' });

const block = z.object({
  ...span,
  kind: z.enum(['heading', 'standfirst', 'paragraph', 'list-item', 'quotation', 'caption', 'table-row']),
});
const passageText = z.object({
  ...span,
  id: z.string(),
  documentId: z.string(),
  ordinal: z.int().min(0),
  heading: z.string().nullable(),
  text: z.string(),
});

export const documentViewSchema = z
  .object({
    document: z.object({
      id: z.string(),
      path: z.string(),
      title: z.string(),
      author: z.string().nullable(),
      publishedAt: z.string().nullable(),
      url: z.string().nullable(),
      language: z.string().nullable(),
      contentHash: z.string(),
      access: z.enum(DOCUMENT_ACCESSES),
      text: z.string(),
      blocks: z.array(block),
    }),
    passages: z.array(passageText),
    sentences: z.array(z.object(span)),
  })
  .meta({ id: 'DocumentView' });

export const foldersSchema = z
  .object({ folders: z.array(z.object({ name: z.string(), articles: z.int().min(1) })) })
  .meta({ id: 'Folders' });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    instance: z.string().describe('The request id'),
    fix: z.string().exactOptional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

export const openAiErrorSchema = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.null(),
      code: z.string(),
      instance: z.string().describe('The request id'),
    }),
  })
  .meta({ id: 'OpenAiError' });

export const healthSchema = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    documents: z.int().min(0).nullable(),
    passages: z.int().min(0).nullable(),
    builtAt: z.string().nullable(),
    missing: z.array(z.object({ code: z.string(), detail: z.string(), fix: z.string().nullable() })),
  })
  .meta({ id: 'Health' });

export const suggestionsSchema = z
  .object({
    suggestions: z.array(z.string()).describe('At most six questions, each of which is answered'),
    isComplete: z.boolean().describe('False while more are sought: ask again'),
  })
  .meta({ id: 'Suggestions' });

const filterShape = {
  since: z.string().max(40).exactOptional().describe('ISO 8601 date: published on it or later'),
  until: z.string().max(40).exactOptional().describe('ISO 8601 date: published on it or earlier'),
  path: z.string().max(1_000).exactOptional().describe('Glob over the path, such as 2026/**'),
};
// Lengths are judged by the desk, whose message names what came; these only bound what is read.
const question = z.string().describe(`1 to ${LIMITS.questionChars} UTF-16 code units`);

export const askSchema = z.object({ question, ...filterShape }).meta({ id: 'AskRequest' });

export const checkSchema = z
  .object({
    draft: z.string().describe(`1 to ${LIMITS.draftChars} UTF-16 code units`),
    format: z.enum(DRAFT_FORMATS).exactOptional().describe('How the draft is written; text unless told'),
    name: z
      .string()
      .max(1_000)
      .exactOptional()
      .describe('A file name that tells the format, such as draft.md'),
    publishedAt: z.string().max(40).exactOptional().describe('ISO 8601 date that "yesterday" counts from'),
  })
  .meta({ id: 'CheckRequest' });

/** What goes with a docx file. */
export const docxQuerySchema = checkSchema.pick({ publishedAt: true });

export const searchQuerySchema = z.object({
  question,
  limit: z.coerce.number().exactOptional().describe(`1 to ${LIMITS.searchResults}; 10 unless told`),
  ...filterShape,
});

// Clients send the whole conversation each time, with parts of many kinds: read what is needed.
const messagePart = z.looseObject({ type: z.string(), text: z.string().exactOptional() });
const message = z.looseObject({ role: z.string(), parts: z.array(messagePart).max(10_000) });

export const chatSchema = z
  .looseObject({
    id: z.string().exactOptional(),
    messages: z.array(message).min(1).max(1_000),
    trigger: z.string().exactOptional(),
    ...filterShape,
  })
  .meta({ id: 'ChatRequest', description: 'What DefaultChatTransport of the AI SDK sends' });

export type ChatRequest = z.infer<typeof chatSchema>;

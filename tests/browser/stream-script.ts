import type { Answer, AnswerClaim } from '../../src/domain/answer.ts';
import { type Cite, citeOf, type Document } from '../../src/domain/document.ts';

/** One part of the UI message stream, as the server sends it. */
export type Part = Readonly<Record<string, unknown>>;

/** Parts to `data:` lines, with the stream's own end. */
export const sse = (parts: readonly Part[]): string =>
  `${parts.map((part) => `data: ${JSON.stringify(part)}\n\n`).join('')}data: [DONE]\n\n`;

/** An article of paragraphs, for servers that replay. */
export function documentOf(id: string, title: string, paragraphs: readonly string[]): Document {
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + paragraph.length };
    at = block.end + 2;
    return block;
  });
  return {
    ...{ id, title, blocks, path: `2026/${id}.md`, author: 'A. Writer', publishedAt: '2026-03-04' },
    ...{ url: `https://news.example/${id}`, language: 'en', contentHash: '0'.repeat(64), access: 'public' },
    text: paragraphs.join('\n\n'),
  };
}

/** The cite of words that stand in the document. */
export function citeWords(document: Document, words: string): Cite {
  const start = document.text.indexOf(words);
  if (start < 0) throw new Error(`the fixture ${document.id} lacks: ${words}`);
  return citeOf(document, { start, end: start + words.length });
}

type Sentence = Partial<Pick<AnswerClaim, 'verdict' | 'alsoReportedBy' | 'isStruck' | 'reasons'>> & {
  readonly text: string;
  readonly citations: readonly Cite[];
};

/** An answer of these sentences, one space between them. */
export function answerOf(question: string, sentences: readonly Sentence[]): Answer {
  let at = 0;
  const claims = sentences.map((sentence) => {
    const start = at;
    const end = start + sentence.text.length;
    at = end + 1;
    return { verdict: 'supported' as const, alsoReportedBy: [], ...sentence, start, end };
  });
  const text = sentences.map((sentence) => sentence.text).join(' ');
  return { status: 'answered', question, text, claims, conflicts: [], nearest: [] };
}

export const abstentionOf = (question: string, text: string, nearest: readonly Cite[]): Answer => ({
  ...{ status: 'abstained', question, text, nearest },
  claims: [],
  conflicts: [],
});

/** The parts of an answer in the server's order: each sentence's text, then its citations and verdict. */
export function partsOf(answer: Answer): Part[] {
  const cites = [...answer.claims.flatMap((claim) => claim.citations), ...answer.nearest];
  const documents = [...new Map(cites.map((cite) => [cite.documentId, cite])).values()];
  const numbers = new Map<string, number>();
  return [
    { type: 'start', messageId: 'm1' },
    { type: 'start-step' },
    ...documents.map(sourcePart),
    { type: 'text-start', id: 't1' },
    ...(answer.status === 'abstained' ? [{ type: 'text-delta', id: 't1', delta: answer.text }] : []),
    ...answer.claims.flatMap((claim, index) => claimParts(claim, index, numbers)),
    { type: 'text-end', id: 't1' },
    { type: 'data-answer', id: 'answer', data: answer },
    { type: 'finish-step' },
    { type: 'finish' },
  ];
}

function sourcePart({ documentId, title, path, url, publishedAt }: Cite): Part {
  const providerMetadata = { citedesk: { url, publishedAt } };
  return {
    ...{ type: 'source-document', sourceId: documentId, mediaType: 'text/plain', title },
    ...{ filename: path, providerMetadata },
  };
}

function claimParts(claim: AnswerClaim, claimIndex: number, numbers: Map<string, number>): Part[] {
  const { citations, ...judged } = claim;
  const numbered = citations.map((cite) => {
    const place = `${cite.documentId} ${cite.start} ${cite.end}`;
    const number = numbers.get(place) ?? numbers.size + 1;
    numbers.set(place, number);
    return { claimIndex, number, cite };
  });
  return [
    { type: 'text-delta', id: 't1', delta: (claimIndex === 0 ? '' : ' ') + claim.text },
    ...numbered.map((data, n) => ({ type: 'data-citation', id: `citation-${claimIndex}-${n}`, data })),
    { type: 'data-verdict', id: `verdict-${claimIndex}`, data: { claimIndex, ...judged } },
  ];
}

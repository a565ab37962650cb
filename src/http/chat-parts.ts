import type { Answer, AnswerClaim, AnswerEvent } from '../domain/answer.ts';
import type { Cite } from '../domain/document.ts';

/** A part of the AI SDK's UI message stream, version 1: those of its fifth major, and `data-*`. */
export type ChatPart = { readonly type: string } & Readonly<Record<string, unknown>>;

const TEXT_ID = 'text';

/**
 * The events of an answer as parts of a UI message stream, `start` to `finish`. A claim's words are
 * held until it is judged, so that nothing is shown unchecked and its sources stand before it. The
 * text deltas joined are `Answer.text`.
 */
export async function* chatParts(
  events: AsyncIterable<AnswerEvent>,
  messageId: string,
): AsyncGenerator<ChatPart> {
  const message = new MessageState();
  yield { type: 'start', messageId };
  yield { type: 'start-step' };
  for await (const event of events) {
    switch (event.type) {
      case 'evidence-found':
        break;
      case 'text-added':
        message.hold(event.text);
        break;
      case 'claim-judged':
        yield* message.claim(event.index, event.claim);
        break;
      case 'answer-finished':
        yield* message.finish(event.answer);
        break;
      default:
        event satisfies never;
    }
  }
  yield { type: 'finish-step' };
  yield { type: 'finish' };
}

class MessageState {
  readonly #numbers = new Map<string, number>();
  readonly #sources = new Set<string>();
  #held = '';
  #sent = '';
  #isOpen = false;

  hold(text: string): void {
    this.#held += text;
  }

  *claim(index: number, claim: AnswerClaim): Generator<ChatPart> {
    for (const cite of claim.citations) yield* this.#source(cite);
    yield* this.#text(this.#held);
    this.#held = '';
    for (const [at, cite] of claim.citations.entries()) {
      const data = { claimIndex: index, number: this.#numberOf(cite), cite };
      yield { type: 'data-citation', id: `citation-${index}-${at + 1}`, data };
    }
    const { citations: _, ...judged } = claim;
    const data = { claimIndex: index, ...judged };
    yield { type: 'data-verdict', id: `verdict-${index}`, data };
  }

  *finish(answer: Answer): Generator<ChatPart> {
    if (answer.status === 'abstained') for (const cite of answer.nearest) yield* this.#source(cite);
    yield* this.#text(answer.text.slice(this.#sent.length));
    if (this.#isOpen) yield { type: 'text-end', id: TEXT_ID, citations: citationsOf(answer) };
    yield { type: 'data-answer', id: 'answer', data: answer };
  }

  *#text(delta: string): Generator<ChatPart> {
    if (delta === '') return;
    if (!this.#isOpen) yield { type: 'text-start', id: TEXT_ID };
    this.#isOpen = true;
    this.#sent += delta;
    yield { type: 'text-delta', id: TEXT_ID, delta };
  }

  *#source(cite: Cite): Generator<ChatPart> {
    if (this.#sources.has(cite.documentId)) return;
    this.#sources.add(cite.documentId);
    yield { type: 'source-document', sourceId: cite.documentId, ...describe(cite) };
  }

  #numberOf(cite: Cite): number {
    const key = `${cite.documentId} ${cite.start} ${cite.end}`;
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }
}

// What the SDK's own citation type holds: where in the answer, and which words of which document.
function citationsOf(answer: Answer): readonly object[] {
  return answer.claims.flatMap((claim) =>
    claim.citations.map((cite) => ({
      source: { type: 'source', sourceType: 'document', id: cite.documentId, ...describe(cite) },
      startIndex: claim.start,
      endIndex: claim.end,
      citedText: cite.quote,
    })),
  );
}

function describe({ title, path, url, publishedAt }: Cite): object {
  const providerMetadata = { citedesk: { url, publishedAt } };
  return { mediaType: 'text/plain', title, filename: path, providerMetadata };
}

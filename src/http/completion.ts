import type { Answer, AnswerClaim, AnswerEvent } from '../domain/answer.ts';
import { CitedText, citedAnswer, type Mark } from './cited-text.ts';
import type { Completion } from './completion-schemas.ts';

/** The one model there is. */
export const MODEL = 'citedesk';

export interface CompletionHead {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
}

/** The answer as a chat completion. */
export function completionOf({ id, created }: CompletionHead, answer: Answer): Completion {
  const { content, marks } = citedAnswer(answer);
  const message = {
    role: 'assistant' as const,
    content,
    refusal: null,
    ...citationsOf(marks),
  };
  return {
    id,
    object: 'chat.completion',
    created,
    model: MODEL,
    choices: [{ index: 0, finish_reason: 'stop', logprobs: null, message }],
    usage: usageOf(answer.question, content),
    // The shapes are the same; the schema's arrays are not readonly.
    citedesk: answer as Completion['citedesk'],
  };
}

export interface ChunkOptions extends CompletionHead {
  /** Ends with a chunk of usage figures, as `stream_options.include_usage` asks. */
  readonly includeUsage: boolean;
}

/**
 * The events of an answer as chunks of a chat completion; their contents joined are the content of
 * `completionOf`. A sentence is sent once it is judged, in a chunk that also holds the claim
 * (`citedesk_claim`). The last piece of text brings all annotations and citations, the chunk with the
 * finish reason the whole answer (`citedesk`).
 */
export async function* completionChunks(
  events: AsyncIterable<AnswerEvent>,
  { id, created, includeUsage }: ChunkOptions,
): AsyncGenerator<object> {
  const chunk = chunkMaker({ id, created, includeUsage });
  const text = new StreamedText();
  yield chunk({ role: 'assistant', content: '', refusal: null });
  for await (const event of events) {
    switch (event.type) {
      case 'evidence-found':
        break;
      case 'text-added':
        text.hold(event.text);
        break;
      case 'claim-judged': {
        const { index, claim } = event;
        yield chunk({ content: text.claim(claim) }, { citedesk_claim: { index, claim } });
        break;
      }
      case 'answer-finished':
        yield chunk({ content: text.ending(event.answer), ...citationsOf(text.marks) });
        yield {
          ...chunk({}, { citedesk: event.answer }),
          choices: [{ ...choice({}), finish_reason: 'stop' }],
        };
        if (includeUsage)
          yield { ...chunk({}), choices: [], usage: usageOf(event.answer.question, text.sent) };
        break;
      default:
        event satisfies never;
    }
  }
}

const choice = (delta: object) => ({ index: 0, delta, logprobs: null, finish_reason: null });

function chunkMaker({ id, created, includeUsage }: ChunkOptions) {
  // OpenAI's streams that end with usage say null until then.
  const usage = includeUsage ? { usage: null } : {};
  return (delta: object, more: object = {}): object => ({
    id,
    object: 'chat.completion.chunk',
    created,
    model: MODEL,
    choices: [choice(delta)],
    ...usage,
    ...more,
  });
}

// Words are held until their claim is judged, so that nothing is sent without its marks and verdict.
class StreamedText {
  readonly #text = new CitedText();
  #held = '';
  #heldFrom = 0;
  sent = '';

  get marks(): readonly Mark[] {
    return this.#text.marks;
  }

  hold(text: string): void {
    this.#held += text;
  }

  claim(claim: AnswerClaim): string {
    const before = this.#held.slice(0, Math.max(0, claim.start - this.#heldFrom));
    this.#heldFrom += this.#held.length;
    this.#held = '';
    return this.#sent(this.#text.claim(before, claim));
  }

  ending(answer: Answer): string {
    return this.#sent(this.#text.ending(answer));
  }

  #sent(piece: string): string {
    this.sent += piece;
    return piece;
  }
}

type Message = Completion['choices'][number]['message'];

function citationsOf(marks: readonly Mark[]): Pick<Message, 'annotations' | 'citations'> {
  return {
    annotations: marks.flatMap(({ start, end, cite: { url, title } }) => {
      const url_citation = { start_index: start, end_index: end, title };
      return url === null ? [] : [{ type: 'url_citation', url_citation: { ...url_citation, url } }];
    }),
    citations: marks.map((mark) => ({ ...mark })),
  };
}

function usageOf(question: string, content: string): Completion['usage'] {
  const prompt = countWords(question);
  const completion = countWords(content);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)?.length ?? 0;

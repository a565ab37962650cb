import { MockLanguageModelV4 } from 'ai/test';

/** What a model is sent: the rules, and the material that it must not take for rules. */
export interface Sent {
  readonly system: string;
  readonly user: string;
}

export interface ObeyingModel {
  readonly model: MockLanguageModelV4;
  readonly sent: readonly Sent[];
}

type Streamed = Awaited<ReturnType<MockLanguageModelV4['doStream']>>;

const USAGE = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/** A model that writes what it is told to, and keeps what it was sent. */
export function modelThatWrites(write: (sent: Sent) => string): ObeyingModel {
  const sent: Sent[] = [];
  const model = new MockLanguageModelV4({
    doStream: async ({ prompt }): Promise<Streamed> => {
      const message = { system: '', user: '' };
      for (const { role, content } of prompt) {
        if (role === 'system') message.system += content;
        if (role === 'user')
          for (const part of content) message.user += part.type === 'text' ? part.text : '';
      }
      sent.push(message);
      const finishReason = { unified: 'stop', raw: 'stop' } as const;
      const stream: Streamed['stream'] = new ReadableStream({
        start(controller) {
          controller.enqueue({ type: 'stream-start', warnings: [] });
          controller.enqueue({ type: 'text-start', id: '1' });
          controller.enqueue({ type: 'text-delta', id: '1', delta: write(message) });
          controller.enqueue({ type: 'text-end', id: '1' });
          controller.enqueue({ type: 'finish', finishReason, usage: USAGE });
          controller.close();
        },
      });
      return { stream };
    },
  });
  return { model, sent };
}

import { z } from 'zod';
import { LIMITS } from '../use-cases/desk.ts';
import { answerSchema, citeSchema, verdictSchema } from './schemas.ts';

// OpenAI's chat completions: what their clients send and read, and what Citedesk adds. Fields that a
// desk of articles has no use for (temperature, tools, the length of the output) are taken and ignored.

const contentPart = z.looseObject({ type: z.string(), text: z.string().exactOptional() });
const message = z.looseObject({
  role: z.string(),
  content: z
    .union([z.string(), z.array(contentPart).max(1_000)], 'A text, or at most 1,000 parts with a type')
    .nullish(),
});

export const completionRequestSchema = z
  .looseObject({
    model: z.string().max(200).nullish().describe('Any name; there is one model, `citedesk`'),
    messages: z
      .array(message)
      .min(1)
      .max(1_000)
      .describe(`The last one of role user is the question, at most ${LIMITS.questionChars} characters`),
    stream: z.boolean().nullish(),
    stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
    n: z.literal(1, 'There is one answer to a question: leave n out, or send 1').nullish(),
    response_format: z
      .looseObject({
        type: z.literal('text', 'The answer is text; its structure is in the field citedesk'),
      })
      .nullish(),
  })
  .meta({ id: 'CompletionRequest', description: 'OpenAI chat completions; other fields are ignored' });

export type CompletionRequest = z.infer<typeof completionRequestSchema>;

const index = z.int().min(0).describe('UTF-16 code units of the content');
const annotation = z
  .object({
    type: z.literal('url_citation'),
    url_citation: z.object({ start_index: index, end_index: index, url: z.string(), title: z.string() }),
  })
  .meta({ id: 'UrlCitation', description: 'One for each mark whose article has an address' });
const mark = z
  .object({
    number: z.int().min(1),
    start: index,
    end: index,
    claimIndex: z.int().min(0).nullable(),
    verdict: verdictSchema.nullable(),
    cite: citeSchema,
  })
  .meta({ id: 'CitationMark', description: 'One for each numbered mark in the content' });
const usage = z
  .object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() })
  .meta({ id: 'CompletionUsage', description: 'Words and punctuation marks: no model counts tokens here' });

const head = { id: z.string(), created: z.int().describe('Seconds since 1970'), model: z.string() };

export const completionSchema = z
  .object({
    ...head,
    object: z.literal('chat.completion'),
    choices: z.array(
      z.object({
        index: z.literal(0),
        finish_reason: z.literal('stop'),
        logprobs: z.null(),
        message: z.object({
          role: z.literal('assistant'),
          content: z.string().describe('Markdown: the answer with numbered marks, then its sources'),
          refusal: z.null(),
          annotations: z.array(annotation),
          citations: z.array(mark),
        }),
      }),
    ),
    usage,
    citedesk: answerSchema,
  })
  .meta({ id: 'Completion' });

export type Completion = z.infer<typeof completionSchema>;

const model = z
  .object({
    id: z.string(),
    object: z.literal('model'),
    created: z.int().describe('When the index was built'),
    owned_by: z.string(),
  })
  .meta({ id: 'Model' });

export const modelSchema = model;
export const modelListSchema = z
  .object({ object: z.literal('list'), data: z.array(model) })
  .meta({ id: 'ModelList' });

import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answer } from '../../src/domain/answer.ts';
import type { CheckReport } from '../../src/domain/check.ts';
import type { SearchResult } from '../../src/domain/passage.ts';
import type {
  answerSchema,
  checkReportSchema,
  documentViewSchema,
  searchResultSchema,
} from '../../src/http/schemas.ts';
import type { DocumentView } from '../../src/use-cases/desk.ts';
import { createFeedbackBox } from '../../src/use-cases/feedback.ts';
import { createMemoryFeedbackStore } from '../fakes/memory-feedback-store.ts';
import { appOver } from './support/app.ts';
import { recordingDesk } from './support/recording-desk.ts';

// The schemas are written by hand beside the domain's types: the compiler says when they part.
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const fits: readonly [
  Same<Frozen<z.infer<typeof answerSchema>>, Frozen<Answer>>,
  Same<Frozen<z.infer<typeof checkReportSchema>>, Frozen<CheckReport>>,
  Same<Frozen<z.infer<typeof searchResultSchema>>, Frozen<SearchResult>>,
  Same<Frozen<z.infer<typeof documentViewSchema>>, Frozen<DocumentView>>,
] = [true, true, true, true];

const feedback = createFeedbackBox({ store: createMemoryFeedbackStore(), clock: { now: () => '' } });

const suggestions = { list: async () => ({ questions: [], isComplete: true }) };

const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ summary: z.string(), responses: z.looseObject({}) })),
  ),
  components: z.object({ schemas: z.looseObject({}) }),
});

describe('/openapi.json', () => {
  it('has schemas that are the domain’s types', () => {
    expect(fits).toEqual([true, true, true, true]);
  });

  it('describes every route, and every name that it refers to', async () => {
    const response = await appOver(recordingDesk(), { feedback, suggestions }).request('/openapi.json');
    const body: unknown = await response.json();
    const { paths, components } = documentSchema.parse(body);
    expect(Object.entries(paths).map(([path, methods]) => [path, Object.keys(methods)])).toEqual([
      ['/api/ask', ['post']],
      ['/api/chat', ['post']],
      ['/api/search', ['get']],
      ['/api/check', ['post']],
      ['/api/check/report', ['post']],
      ['/api/documents/{id}', ['get']],
      ['/api/folders', ['get']],
      ['/v1/chat/completions', ['post']],
      ['/v1/models', ['get']],
      ['/v1/models/{model}', ['get']],
      ['/mcp', ['post']],
      ['/healthz', ['get']],
      ['/api/suggestions', ['get']],
      ['/api/feedback', ['post']],
      ['/api/status', ['get']],
    ]);
    const refs = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    );
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(refs));
  });

  it('is valid OpenAPI 3.1', async () => {
    const response = await appOver(recordingDesk(), { feedback, suggestions }).request('/openapi.json');
    const body = z.looseObject({}).parse(await response.json());
    const validator = new Validator();
    expect(await validator.validate(body)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });
});

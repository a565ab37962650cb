import { z } from 'zod';
import { CHECK_OUTCOMES, QUESTION_OUTCOMES } from '../domain/service-status.ts';
import { VERDICTS } from '../domain/verdict.ts';

const count = z.int().min(0);
const ms = z.number().min(0);
const app = z.enum(['desk', 'public']).describe('The newsroom’s app or the readers’');

const durations = { count, p50Ms: ms.nullable(), p95Ms: ms.nullable(), maxMs: ms.nullable() };
const histogram = z.object({
  ...durations,
  boundsMs: z.array(ms),
  counts: z.array(count).describe('Up to each bound and above the one before; the last beyond all'),
});
const perApp = <T extends z.ZodType>(schema: T) => z.object({ desk: schema, public: schema });
const verdicts = z.record(z.enum(VERDICTS), count);
const request = { app, method: z.string(), route: z.string().describe('The pattern, never the address') };

const lastBuild = z.object({
  finishedAt: z.string(),
  seconds: z.number().min(0),
  added: count,
  changed: count,
  unchanged: count,
  removed: count,
  embeddedPassages: count,
  passagesPerSecond: z.number().min(0),
  rebuildReason: z.string().nullable(),
  skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  skippedCount: count.describe('All of them; the list may be shorter'),
  warnings: z.array(z.object({ path: z.string().nullable(), words: z.string() })),
  warningCount: count,
});

const archive = z.object({
  documents: count,
  publicDocuments: count,
  deskDocuments: count,
  passages: count,
  stories: count.describe('Retellings of one thing count as one'),
  index: z.object({
    formatVersion: count,
    fingerprint: z.string(),
    madeWith: z.object({ model: z.string(), dimensions: count, splitter: z.string() }),
    builtAt: z.string(),
  }),
  lastBuild: lastBuild.nullable(),
});

/** `GET /api/status`. */
export const statusSchema = z
  .object({
    now: z.string(),
    startedAt: z.string(),
    countedSince: z.string().describe('Restarts do not begin the counts anew'),
    uptimeSeconds: z.number().min(0),
    archive: archive.nullable().describe('Null where the index cannot be opened'),
    problem: z.object({ code: z.string(), detail: z.string(), fix: z.string().nullable() }).nullable(),
    questions: perApp(z.record(z.enum(QUESTION_OUTCOMES), count)),
    abstainedShare: z.number().min(0).max(1).nullable(),
    questionsPerMinute: perApp(z.array(count).describe('The last 60 minutes, the running one last')),
    checks: z.record(z.enum(CHECK_OUTCOMES), count),
    verdicts: z.object({ answers: verdicts, checks: verdicts }),
    answerTimes: histogram,
    checkTimes: histogram,
    routes: z.array(z.object({ ...request, ...durations, refused: count, failed: count })),
    slowest: z.array(z.object({ at: z.string(), ...request, status: z.int(), ms })),
    refusals: z.array(z.object({ app, code: z.string(), count })),
  })
  .meta({ id: 'Status', description: 'Counts since `countedSince`' });

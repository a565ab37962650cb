import { accepts } from 'hono/accepts';
import { describeRoute, resolver } from 'hono-openapi';
import { DOCX_MEDIA_TYPE } from '../../domain/draft.ts';
import type { CheckRequest } from '../../use-cases/desk.ts';
import { BODY_BYTES, bodyAtMost } from '../body-limit.ts';
import { checkRequestOf } from '../check-input.ts';
import type { App, AppContext, RouteParts } from '../context.ts';
import { eventStream } from '../event-stream.ts';
import { json, problems } from '../openapi.ts';
import { loggedProblem } from '../problem.ts';
import { mediaTypeOf, readJson, readQuery } from '../read-input.ts';
import { checkEventSchema, checkReportSchema, checkSchema, docxQuerySchema } from '../schemas.ts';
import { startedStream } from '../started-stream.ts';
import { JSON_LINES, SERVER_SENT_EVENTS, type StreamFrame } from '../stream-frame.ts';
import { wholeReport } from '../whole.ts';

const EVENTS = { schema: resolver(checkEventSchema) };

/**
 * `POST /api/check`: a draft, checked against the archive. The report in one piece, or, for a client that
 * accepts a stream, each verdict as it comes.
 */
export function addCheckRoute(app: App, parts: RouteParts): void {
  app.post(
    '/api/check',
    describeRoute({
      summary: 'Check a draft; the report whole, or its events as the Accept header asks',
      parameters: [
        {
          in: 'query',
          name: 'publishedAt',
          description: 'As in the JSON body; of a docx file',
          schema: { type: 'string' },
        },
      ],
      requestBody: { required: true, content: { ...json(checkSchema), [DOCX_MEDIA_TYPE]: DOCX } },
      responses: {
        200: {
          description: 'Every claim with its verdict and evidence',
          content: {
            ...json(checkReportSchema),
            'application/x-ndjson': EVENTS,
            'text/event-stream': EVENTS,
          },
        },
        ...problems,
      },
    }),
    bodyLimit,
    async (c) => {
      const request = { ...(await readRequest(c, parts)), signal: c.req.raw.signal };
      c.header('vary', 'Accept', { append: true });
      const frame = frameOf(c);
      return frame === null ? oneReport(c, request, parts) : stream(c, request, { ...parts, frame });
    },
  );
}

const DOCX = { schema: { type: 'string' as const, format: 'binary' } };
const [asText, asFile] = [bodyAtMost(BODY_BYTES.draft), bodyAtMost(BODY_BYTES.docx)];

const isDocx = (c: AppContext) => mediaTypeOf(c) === DOCX_MEDIA_TYPE;
const bodyLimit = (c: AppContext, next: () => Promise<void>) =>
  isDocx(c) ? asFile(c, next) : asText(c, next);

/** The draft in JSON, or a docx file as it is. */
async function readRequest(c: AppContext, { readDocx, checks }: RouteParts): Promise<CheckRequest> {
  if (readDocx === undefined || !isDocx(c)) return checkRequestOf(await readJson(c, checkSchema));
  const rest = readQuery(c, docxQuerySchema);
  // Reading takes a thread and memory of its own: within the same bounds as the checking.
  const leave = checks.enter();
  try {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return { ...(await readDocx(bytes, c.req.raw.signal)), ...rest };
  } finally {
    leave();
  }
}

const FRAMES: Readonly<Record<string, StreamFrame>> = {
  'text/event-stream': SERVER_SENT_EVENTS,
  'application/x-ndjson': JSON_LINES,
  'application/jsonl': JSON_LINES,
};

/** Null for the whole report, which is also for whoever accepts anything. */
function frameOf(c: AppContext): StreamFrame | null {
  const supports = ['application/json', ...Object.keys(FRAMES)];
  return FRAMES[accepts(c, { header: 'Accept', supports, default: 'application/json' })] ?? null;
}

type SignalledRequest = CheckRequest & { readonly signal: AbortSignal };

async function oneReport(c: AppContext, request: SignalledRequest, { desk, checks }: RouteParts) {
  const leave = checks.enter();
  try {
    return c.json(await wholeReport(desk, request));
  } finally {
    leave();
  }
}

async function stream(
  c: AppContext,
  request: SignalledRequest,
  { frame, ...parts }: RouteParts & { readonly frame: StreamFrame },
) {
  const id = c.get('requestId');
  const errorPart = (error: unknown) => ({ type: 'check-failed', problem: loggedProblem(error, id, parts) });
  const body = await startedStream({
    gate: parts.checks,
    signal: request.signal,
    start: (signal) => parts.desk.check({ ...request, signal }),
    body: (events, onEnd) => eventStream(events, { frame, heartbeatMs: parts.heartbeatMs, errorPart, onEnd }),
  });
  return c.body(body, 200, frame.headers);
}

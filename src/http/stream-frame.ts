/** How the parts of a stream are written. */
export interface StreamFrame {
  readonly headers: Readonly<Record<string, string>>;
  readonly part: (value: object) => string;
  /** Says that the work goes on; no client takes it for a part. */
  readonly silence: string;
  readonly end: string;
}

const LIVE = {
  'cache-control': 'no-cache, no-transform',
  // Proxies such as nginx would gather the stream otherwise.
  'x-accel-buffering': 'no',
};

/** Server-sent events, the last one `[DONE]`. */
export const SERVER_SENT_EVENTS: StreamFrame = {
  headers: { 'content-type': 'text/event-stream; charset=utf-8', ...LIVE },
  part: (value) => `data: ${JSON.stringify(value)}\n\n`,
  silence: ': still working\n\n',
  end: 'data: [DONE]\n\n',
};

/** One JSON value a line. */
export const JSON_LINES: StreamFrame = {
  headers: { 'content-type': 'application/x-ndjson; charset=utf-8', ...LIVE },
  part: (value) => `${JSON.stringify(value)}\n`,
  // White space before the next value, which JSON allows; some readers of lines fail at an empty one.
  silence: ' ',
  end: '',
};

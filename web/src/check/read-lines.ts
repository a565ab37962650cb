/**
 * The longest line that is kept, in UTF-16 units. The last line of a check holds the whole report: some 4 MB
 * for a draft of 20,000 words, 30 for one of the highest length.
 */
export const MAX_LINE_CHARS = 64_000_000;

/** A body holds a line above `MAX_LINE_CHARS`. */
export class LineLimitError extends Error {
  constructor(chars: number) {
    super(`a line of at least ${chars} characters; the limit is ${MAX_LINE_CHARS}`);
    this.name = 'LineLimitError';
  }
}

/**
 * The next piece of a text of lines, cut anywhere: the lines that it ends, and what is left of the last.
 * Lines end in LF; those of white space alone are left out.
 *
 * @throws LineLimitError past `MAX_LINE_CHARS`.
 */
export function feedLines(
  rest: string,
  piece: string,
): { readonly rest: string; readonly lines: readonly string[] } {
  const [first = '', ...others] = piece.split('\n');
  if (rest.length + first.length > MAX_LINE_CHARS) throw new LineLimitError(rest.length + first.length);
  const all = [rest + first, ...others];
  const last = all.pop() ?? '';
  return { rest: last, lines: all.filter((line) => line.trim() !== '') };
}

/**
 * The lines of a body as they arrive, those of one piece together. UTF-8 sequences may be cut between pieces;
 * a last line without an end counts.
 *
 * @throws LineLimitError, and whatever the body's reader throws (a lost connection, an abort).
 */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const step = feedLines(rest, done ? decoder.decode() : decoder.decode(value, { stream: true }));
      rest = step.rest;
      if (step.lines.length > 0) yield step.lines;
      if (done) break;
    }
    if (rest.trim() !== '') yield [rest];
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

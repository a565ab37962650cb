import { readAccess, type StatedAccess } from '../../ingest/stated-access.ts';

/** A plain text without the line that says who may see it. */
export interface TextAccess extends StatedAccess {
  readonly body: string;
}

// As far down as a header's other lines are looked for.
const HEAD_LINES = 12;
const FIELD = /^\s*[A-Za-z][A-Za-z ]{1,20}:\s*\S/;

/**
 * Takes the line `Access: desk` or `Access: public` from among the first lines of a text. Another word is
 * heard too where the line stands among others of a header; anywhere else it may be prose.
 */
export function takeAccess(text: string): TextAccess {
  const lines = text.split('\n');
  const worded = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at])).slice(0, HEAD_LINES);
  for (const at of worded) {
    const value = /^\s*access:\s*(\S.*)$/i.exec(lines[at] ?? '')?.[1]?.trim();
    if (value === undefined) continue;
    const isPlain = /^(?:desk|public)$/i.test(value);
    const isField = [lines[at - 1], lines[at + 1]].some((line) => FIELD.test(line ?? ''));
    if (!isPlain && !isField) continue;
    return { ...readAccess(value), body: lines.toSpliced(at, 1).join('\n') };
  }
  return { warnings: [], body: text };
}

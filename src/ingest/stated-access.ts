import type { DocumentAccess } from '../domain/document.ts';

/** What is said of who may see a document. */
export interface StatedAccess {
  readonly access?: DocumentAccess;
  readonly warnings: readonly string[];
}

const MAX_SHOWN_CHARS = 40;

/**
 * `public` or `desk` as it stands in front matter, a header or a sidecar. Who writes anything else means to
 * limit something: it is taken for `desk`, with a warning. Absent, null and empty values say nothing.
 */
export function readAccess(value: unknown): StatedAccess {
  const text = value === null || value === undefined ? '' : wordOf(value);
  if (text === '') return { warnings: [] };
  if (text === 'public' || text === 'desk') return { access: text, warnings: [] };
  const shown = text.slice(0, MAX_SHOWN_CHARS);
  const words = `Its access is said to be "${shown}", which is neither public nor desk; it is taken for desk.`;
  return { access: 'desk', warnings: [words] };
}

function wordOf(value: unknown): string {
  const text = typeof value === 'string' ? value : String(JSON.stringify(value));
  return text.trim().toLowerCase();
}

/** Several statements as one: whoever says `desk` is heard, whatever the others say. */
export function strictest(stated: readonly (DocumentAccess | undefined)[]): DocumentAccess | undefined {
  return stated.includes('desk') ? 'desk' : stated.find((access) => access !== undefined);
}

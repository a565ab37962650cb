import { asFields, listOf, parseJson, textOf } from '../stream/fields.ts';
import type { KeptDecision } from './review.ts';

const KEY = 'citedesk-draft';

/** A draft that the editor asked to keep, with what was decided about it. */
export interface KeptDraft {
  readonly text: string;
  readonly name: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  readonly decisions: readonly KeptDecision[];
}

/** What is kept in this browser; null where nothing is, or storage is denied. */
export function readKept(): KeptDraft | null {
  try {
    return keptDraftOf(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets it (null). False where the browser would not: no room, or storage is denied. */
export function keepDraft(draft: KeptDraft | null): boolean {
  try {
    if (draft === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** What was kept, read with care: other pages of the site share the storage. */
export function keptDraftOf(json: string | null): KeptDraft | null {
  const fields = asFields(json === null ? null : parseJson(json));
  const text = fields && textOf(fields, 'text');
  if (!fields || !text) return null;
  const words = (key: string) => textOf(fields, key) ?? '';
  const date = /^\d{4}-\d{2}-\d{2}$/.test(words('date')) ? words('date') : '';
  return { text, name: words('name'), date, decisions: listOf(fields['decisions'], readDecision) };
}

function readDecision(value: unknown): KeptDecision | null {
  const fields = asFields(value);
  const decision = asFields(fields?.['decision']);
  const [text, verdict] = [fields && textOf(fields, 'text'), fields && textOf(fields, 'verdict')];
  if (!text || !verdict || decision === null) return null;
  if (decision['kind'] === 'accepted') return { text, verdict, decision: { kind: 'accepted' } };
  if (decision['kind'] !== 'dismissed') return null;
  return { text, verdict, decision: { kind: 'dismissed', note: textOf(decision, 'note') ?? '' } };
}

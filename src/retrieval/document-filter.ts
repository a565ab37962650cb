import type { DocumentId } from '../domain/document.ts';
import type { DocumentSummary } from '../ports/index-store.ts';
import { globMatcher } from './glob.ts';

/** Narrows a search to documents; absent: no limit. */
export interface DocumentFilter {
  /** ISO 8601 date; documents published on it or later. Undated documents are left out. */
  readonly since?: string;
  /** ISO 8601 date; documents published on it or earlier. Undated documents are left out. */
  readonly until?: string;
  /** Glob over the document's path, as `globMatcher` reads it, such as `2026/**`. */
  readonly path?: string;
}

/** False when every document passes. */
export function isNarrowing(filter: DocumentFilter): boolean {
  return filter.since !== undefined || filter.until !== undefined || filter.path !== undefined;
}

/**
 * Ids of the documents that a filter lets through. A day is the day that the article itself names,
 * in its own time zone.
 * @throws CitedeskError `invalid-input` for a glob that is too long.
 */
export function filterDocuments(
  documents: readonly DocumentSummary[],
  filter: DocumentFilter,
): ReadonlySet<DocumentId> {
  const matches = filter.path === undefined ? () => true : globMatcher(filter.path);
  const passing = documents.filter((document) => matches(document.path) && isInPeriod(document, filter));
  return new Set(passing.map((document) => document.id));
}

function isInPeriod({ publishedAt }: DocumentSummary, { since, until }: DocumentFilter): boolean {
  if (since === undefined && until === undefined) return true;
  if (publishedAt === null) return false;
  const day = dayOf(publishedAt);
  return (since === undefined || day >= dayOf(since)) && (until === undefined || day <= dayOf(until));
}

const dayOf = (date: string) => date.slice(0, 'yyyy-mm-dd'.length);

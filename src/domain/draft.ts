import type { Span } from './span.ts';

export const DRAFT_FORMATS = ['text', 'markdown', 'html'] as const;
export type DraftFormat = (typeof DRAFT_FORMATS)[number];

/** A link over some words of a draft. */
export interface DraftLink extends Span {
  /** As written: an address, a path, or `#name` for a place in the draft itself. */
  readonly target: string;
}

/** A place of the draft that links can lead to, such as a footnote. */
export interface DraftAnchor extends Span {
  readonly name: string;
}

/** An item of a numbered list. */
export interface NumberedItem extends Span {
  readonly number: number;
}

/** A draft made text. All spans count in `text`, each list in the order of its starts. */
export interface Draft {
  /** Plain text is the draft as it came; of other formats, blocks joined by a blank line. */
  readonly text: string;
  readonly links: readonly DraftLink[];
  readonly anchors: readonly DraftAnchor[];
  readonly items: readonly NumberedItem[];
  /** Where the draft says so: ISO 8601 date or date-time. */
  readonly publishedAt: string | null;
}

/** A draft's file made what the desk takes. */
export interface DraftSource {
  readonly draft: string;
  readonly format: DraftFormat;
}

/** What word processors save, and what a browser calls it. */
export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A draft of plain text. */
export function plainDraft(text: string): Draft {
  return { text, links: [], anchors: [], items: [], publishedAt: null };
}

const EXTENSIONS: Readonly<Record<string, DraftFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/** The format that a file's name tells of; plain text where it tells of none. */
export function draftFormatOf(name: string): DraftFormat {
  return EXTENSIONS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'text';
}

import { plainDraft } from '../../domain/draft.ts';
import type { DraftReader } from '../../ports/draft-reader.ts';
import { readHtmlDraft } from './draft-html.ts';
import { readMarkdownDraft } from './draft-markdown.ts';

/** Reads drafts of every format that there is. */
export const draftReader: DraftReader = {
  read(source, format) {
    switch (format) {
      case 'text':
        return plainDraft(source);
      case 'markdown':
        return readMarkdownDraft(source);
      case 'html':
        return readHtmlDraft(source);
      default:
        return format satisfies never;
    }
  },
};

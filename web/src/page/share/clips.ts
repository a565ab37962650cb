import type { CopyForm } from '../tools/answer-tools.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import type { Clip } from './clipboard.ts';
import { htmlOf } from './html.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';

/** An answer in the form that was asked for, with plain text for programs that take no other. */
export function clipOf(sheet: AnswerSheet, form: CopyForm): Clip {
  switch (form) {
    case 'text':
      return { 'text/plain': plainText(sheet) };
    case 'markdown':
      return { 'text/plain': markdown(sheet) };
    case 'html':
      return { 'text/plain': plainText(sheet), 'text/html': htmlOf(sheet) };
    default:
      return form satisfies never;
  }
}

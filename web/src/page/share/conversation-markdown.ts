import type { Cite } from '../../../../src/domain/document.ts';
import { spanWithin } from '../../stream/excerpt.ts';
import { en } from '../../strings/english.ts';
import { dateInWords } from '../../text/dates.ts';
import { type KeptConversation, titleOf } from '../history/kept-conversation.ts';
import { sheetOf } from './answer-sheet.ts';
import { markdown, plainMarkdown } from './markdown.ts';

/** A whole conversation as one Markdown text. */
export function conversationMarkdown(conversation: KeptConversation): string {
  const excerptOf = (cite: Cite) =>
    conversation.excerpts.find((excerpt) => spanWithin(excerpt, cite) !== null) ?? null;
  const sheets = conversation.turns.map((turn) => markdown(sheetOf(turn, { strings: en, excerptOf })));
  const day = dateInWords(conversation.startedAt, en.locale);
  return `${[`# ${plainMarkdown(titleOf(conversation))}`, day, ...sheets].join('\n\n')}\n`;
}

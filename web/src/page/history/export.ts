import { conversationMarkdown } from '../share/conversation-markdown.ts';
import { download } from '../share/download.ts';
import { fileName } from '../share/file-name.ts';
import { type KeptConversation, titleOf, toJson } from './kept-conversation.ts';

export type ExportForm = 'json' | 'markdown';

/** Hands one conversation to the reader as a file. */
export function exportConversation(conversation: KeptConversation, form: ExportForm): void {
  const title = titleOf(conversation);
  if (form === 'json') download(fileName(title, 'json'), toJson(conversation, 2), 'application/json');
  else download(fileName(title, 'md'), conversationMarkdown(conversation), 'text/markdown');
}

/** Hands all of them over as one JSON file: a list of what `exportConversation` gives. */
export function exportEverything(conversations: readonly KeptConversation[]): void {
  const text = `[${conversations.map((conversation) => toJson(conversation, 2)).join(',\n')}]`;
  download('conversations.json', text, 'application/json');
}

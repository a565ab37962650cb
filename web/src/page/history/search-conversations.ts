import { type KeptConversation, titleOf } from './kept-conversation.ts';

/** Those that hold every word of the query, in questions, answers or titles of sources; all for an empty one. */
export function searchConversations(
  conversations: readonly KeptConversation[],
  query: string,
): readonly KeptConversation[] {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return conversations.filter((conversation) => {
    const text = folded(searchedText(conversation));
    return words.every((word) => text.includes(word));
  });
}

function searchedText(conversation: KeptConversation): string {
  const texts = conversation.turns.flatMap(({ question, text, citations, nearest }) => {
    const cites = [...[...citations.values()].flat().map(({ cite }) => cite), ...nearest];
    return [question, text, ...cites.map(({ title }) => title)];
  });
  return [titleOf(conversation), ...texts].join('\n');
}

// Without case and accents: what is typed to find something is typed in haste.
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

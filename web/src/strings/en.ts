import type { Strings } from './strings.ts';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en: Strings = {
  locale: 'en-GB',
  askLabel: 'Your question',
  askPlaceholder: 'Ask the archive',
  ask: 'Ask',
  stop: 'Stop',
  keysHint: 'Enter asks, Shift + Enter starts a new line',
  emptyTitle: 'What would you like to know?',
  emptyText:
    'Answers are made of sentences from the archive. Each carries a number: open it to read the sentence where it stands.',
  suggestions: 'Questions to begin with',
  conversation: 'Questions and answers',
  searching: 'Searching the archive',
  reading: (articles) => `Reading ${counted(articles, 'article', 'articles')}`,
  answerDone: (citations) => `End of the answer, ${counted(citations, 'citation', 'citations')}.`,
  stopped: 'Stopped. What came before is kept.',
  abstained: 'No answer found',
  nearest: 'Nearest passages',
  sources: 'Sources',
  alsoReportedBy: 'Also reported by',
  conflict: (about) => `Sources disagree: ${about}`,
  retry: 'Try again',
  edit: 'Edit question',
  citation: (number, title) => `Citation ${number}: ${title}`,
  verdicts: {
    supported: 'Supported by its source',
    'partially-supported': 'Partly supported',
    contradicted: 'Contradicted by its source',
    unsupported: 'No support found',
    'not-checked': 'Not checked',
  },
  failures: {
    refused: { title: 'The question was not accepted', detail: '' },
    broken: { title: 'The answer could not be finished', detail: 'What came before is kept.' },
    unreachable: {
      title: 'The question desk cannot be reached',
      detail: 'Check your connection, or try again in a moment.',
    },
    interrupted: {
      title: 'The connection was lost',
      detail: 'What came before is kept; the answer may lack its end.',
    },
  },
  panel: {
    place: (at, of) => `Citation ${at} of ${of}`,
    alone: 'Source',
    previous: 'Previous citation',
    next: 'Next citation',
    close: 'Close source',
    loading: 'Opening the article',
    original: 'Open the original',
    article: 'Article text',
    passageStart: 'Cited passage: ',
    passageEnd: ' End of cited passage. ',
    moved: 'This article was edited after the answer; the passage is shown where it stands now.',
    gone: 'These words are no longer in the article. They read, when the answer was given:',
    unreadable: 'The article cannot be opened',
    quoted: 'The cited words:',
  },
};

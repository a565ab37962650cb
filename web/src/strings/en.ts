import { type Strings, stringsOf } from './strings.ts';
import type { StringTable } from './table.ts';

export const enTable: StringTable = {
  askLabel: 'Your question',
  askPlaceholder: 'Ask the archive',
  ask: 'Ask',
  stop: 'Stop',
  keysHint: 'Enter asks, Shift + Enter starts a new line',
  emptyTitle: 'What would you like to know?',
  emptyText:
    'Answers are made of sentences from the archive. Each carries a number: open it to read the sentence where it stands.',
  suggestions: 'Questions to begin with',
  askInstead: 'Questions that the archive answers',
  conversation: 'Questions and answers',
  searching: 'Searching the archive',
  reading: { one: 'Reading # article', other: 'Reading # articles' },
  slow: 'This takes longer than usual.',
  answerDone: { one: 'End of the answer, # citation.', other: 'End of the answer, # citations.' },
  stopped: 'Stopped. What came before is kept.',
  abstained: 'No answer found',
  abstainedText: 'The archive does not hold an answer to this question.',
  nearest: 'Nearest passages',
  sources: 'Sources',
  alsoReportedBy: 'Also reported by',
  conflict: 'Sources disagree: {about}',
  retry: 'Try again',
  retryIn: { one: 'Ask again in # second.', other: 'Ask again in # seconds.' },
  edit: 'Edit question',
  close: 'Close',
  citation: 'Citation {number}: {title}',
  verdicts: {
    supported: 'Supported by its source',
    'partially-supported': 'Partly supported',
    contradicted: 'Contradicted by its source',
    unsupported: 'No support found',
    'not-checked': 'Not checked',
  },
  failures: {
    refused: { title: 'The question was not accepted', detail: '' },
    'not-admitted': {
      title: 'This page may not ask the archive',
      detail: 'The question desk does not serve this site.',
    },
    'too-many': { title: 'Too many questions at the moment', detail: '' },
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
    place: 'Citation {at} of {of}',
    alone: 'Source',
    previous: 'Previous citation',
    next: 'Next citation',
    close: 'Close source',
    loading: 'Opening the article',
    original: 'Open the original',
    originalPlace: 'Open the original at this place',
    article: 'Article text',
    passageStart: 'Cited passage: ',
    passageEnd: ' End of cited passage. ',
    moved: 'This article was edited after the answer; the passage is shown where it stands now.',
    gone: 'These words are no longer in the article. They read, when the answer was given:',
    unreadable: 'The article cannot be opened',
    quoted: 'The cited words:',
  },
};

/** The desk's own pages speak British English. */
export const en: Strings = stringsOf('en-GB', enTable);

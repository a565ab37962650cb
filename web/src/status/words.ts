import type { AppName, CheckOutcome, QuestionOutcome } from '../../../src/domain/service-status.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { counted, numberInWords } from './in-words.ts';

const APPS: Readonly<Record<AppName, string>> = { desk: 'Desk', public: 'Readers' };

const OUTCOMES: Readonly<Record<QuestionOutcome, string>> = {
  answered: 'Answered',
  abstained: 'Not in the archive',
  failed: 'Failed',
  stopped: 'Left before the end',
};

const CHECK_OUTCOMES: Readonly<Record<CheckOutcome, string>> = {
  finished: 'Finished',
  failed: 'Failed',
  stopped: 'Left before the end',
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  supported: 'Supported',
  'partially-supported': 'Partly supported',
  contradicted: 'Contradicted',
  unsupported: 'Unsupported',
  'not-checked': 'Not checked',
};

/** Words of the status page. */
export const words = {
  title: 'Status',
  loading: 'Reading the figures.',
  up: (span: string, since: string) => `Up for ${span}, since ${since}.`,
  counted: (since: string) => `What is counted goes back to ${since}.`,
  asOf: (clock: string) => `As of ${clock}`,
  pause: 'Pause updates',
  resume: 'Resume updates',
  paused: 'Updates are paused',
  again: 'Try again',
  unreachable: 'The server does not answer. The page goes on trying.',
  unreachableTitle: 'No connection',
  figuresOf: (clock: string) => `The figures below are of ${clock}.`,
  back: 'The server answers again.',
  asTable: 'As a table',
  none: 'None.',
  apps: APPS,
  outcomes: OUTCOMES,
  checkOutcomes: CHECK_OUTCOMES,
  verdictNames: VERDICTS,
  archive: {
    title: 'Archive',
    lead: (articles: number, passages: number, stories: number) =>
      `${counted(articles, 'article', 'articles')} in ${counted(passages, 'passage', 'passages')}, telling ${counted(stories, 'story', 'stories')}.`,
    access: (open: number, desk: number) =>
      desk === 0
        ? 'All of them are open to readers.'
        : `${numberInWords(open)} ${open === 1 ? 'is' : 'are'} open to readers, ${numberInWords(desk)} for the desk alone.`,
    index: 'Index',
    made: 'Made with',
    format: (version: number) => `format ${version}`,
    from: 'Of',
    model: 'Model',
    splitter: 'Passages',
    fingerprint: 'Fingerprint',
    dimensions: (count: number) => `${count} dimensions`,
  },
  build: {
    title: 'Last build',
    none: 'What the last build did was not kept. The next one will be.',
    finished: (when: string, took: string) => `Finished ${when}, after ${took}.`,
    embedded: (passages: number, rate: number) =>
      passages === 0
        ? 'Nothing had to be embedded.'
        : `${counted(passages, 'passage', 'passages')} embedded, ${numberInWords(Math.round(rate))} a second.`,
    rebuilt: (why: string) => `Everything was embedded afresh. ${why}`,
    fates: { added: 'added', changed: 'changed', unchanged: 'unchanged', removed: 'removed' },
    skipped: 'Skipped files',
    noneSkipped: 'No file was skipped.',
    warnings: 'Warnings',
    file: 'File',
    reason: 'Reason',
    warning: 'Warning',
    wholeIndex: 'Whole index',
    more: (count: number) => `and ${numberInWords(count)} more, which \`citedesk index --json\` lists.`,
  },
  questions: {
    title: 'Questions',
    none: 'No question has been asked yet.',
    lead: (asked: number) => `${counted(asked, 'question', 'questions')}.`,
    abstained: (share: string) =>
      `The archive did not hold an answer to ${share} of those that came to an end.`,
    outcome: 'Outcome',
    perMinute: 'Questions a minute, over the last hour',
    perMinuteWords: (total: number, most: number) =>
      total === 0
        ? 'None in the last hour.'
        : `${numberInWords(total)} in the last hour; at most ${numberInWords(most)} in one minute.`,
    minute: 'Minutes ago',
    hourAgo: '60 minutes ago',
    now: 'now',
  },
  speed: {
    title: 'Time to the whole answer',
    none: 'No answer has been finished yet.',
    lead: (p50: string, p95: string) =>
      `Half of the answers took up to ${p50}, all but one in twenty up to ${p95}.`,
    longest: (ms: string) => `The longest took ${ms}.`,
    answers: 'Answers by the time they took',
    took: 'Took',
    upTo: (time: string) => `up to ${time}`,
    over: (time: string) => `over ${time}`,
  },
  checks: {
    title: 'Drafts',
    none: 'No draft has been checked yet.',
    lead: (count: number) => `${counted(count, 'check', 'checks')}.`,
    time: (p50: string, longest: string) => `Half of the reports took up to ${p50}, the longest ${longest}.`,
  },
  verdicts: {
    title: 'Verdicts',
    none: 'Nothing has been judged yet.',
    answers: 'Sentences of answers',
    checks: 'Claims of drafts',
    verdict: 'Verdict',
    count: 'Count',
    share: 'Share',
  },
  requests: {
    title: 'Requests',
    none: 'None yet.',
    lead: 'Times run until the response begins; half of the requests were as fast as p50, all but one in twenty as fast as p95.',
    caption: 'By route',
    app: 'From',
    route: 'Route',
    count: 'Requests',
    refused: 'Refused',
    failed: 'Failed',
    slowest: 'Slowest of the last hour',
    at: 'At',
    status: 'Status',
    took: 'Took',
    refusals: 'Refusals',
    code: 'Why',
  },
} as const;

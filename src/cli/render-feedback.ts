import type { Feedback } from '../domain/feedback.ts';
import type { FeedbackList } from '../use-cases/feedback.ts';
import { oneLine, type Terminal, wrap } from './terminal.ts';
import { count } from './words.ts';

/** Entries shown to a person; `--json` has them all. */
const MOST_SHOWN = 50;
const ANSWER_CHARS = 240;

/** Feedback for a person: the counts, then each entry with its question, answer and reason. */
export function feedbackLines({ entries, counts, unreadable }: FeedbackList, terminal: Terminal): string {
  const { style } = terminal;
  const { total, helpful, unhelpful } = counts;
  const parts = [helpful > 0 && `${helpful} helpful`, unhelpful > 0 && `${unhelpful} not helpful`];
  const answers = `${count(total, 'answer')} judged: ${parts.filter((part) => part !== false).join(', ')}.`;
  const blocks = [
    style('bold', total === 0 ? 'No feedback yet.' : answers),
    ...entries.slice(0, MOST_SHOWN).map((entry) => entryLines(entry, terminal)),
  ];
  if (total > MOST_SHOWN) blocks.push(`and ${total - MOST_SHOWN} older; --json lists them all.`);
  if (unreadable > 0) blocks.push(style('yellow', `${count(unreadable, 'line')} cannot be read.`));
  return `${blocks.join('\n\n')}\n`;
}

function entryLines(entry: Feedback, { style, columns }: Terminal): string {
  const { helpful, question, answerText, reason } = entry;
  const mark = helpful ? style('green', '✓ helpful') : style('red', '✗ not helpful');
  const place = entry.from === 'public' ? 'a reader' : 'the desk';
  const answer = oneLine(answerText, ANSWER_CHARS);
  const indent = '  ';
  return [
    `${mark} ${style('dim', `${dayAndTime(entry.at)}, ${place}`)}`,
    wrap(style('bold', oneLine(question)), { columns, indent }),
    ...(answer === '' ? [] : [wrap(answer, { columns, indent })]),
    ...(reason === undefined ? [] : [wrap(`Reason: ${oneLine(reason)}`, { columns, indent })]),
  ].join('\n');
}

// As it is stored, so that lists can be compared across machines.
function dayAndTime(at: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(at);
  return match === null ? oneLine(at) : `${match[1]} ${match[2]} UTC`;
}

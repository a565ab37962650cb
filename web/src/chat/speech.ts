import { newClaims, numberedCites } from '../stream/answer-view.ts';
import type { Turn, TurnClaim } from '../stream/turn.ts';
import type { Strings } from '../strings/strings.ts';
import { plainLine } from '../text/bidi.ts';

/**
 * What a screen reader should hear when a turn changes: whole sentences as they are judged, never
 * tokens, and how it ended. `before` is null for a turn that has just begun.
 */
export function speechFor(before: Turn | null, after: Turn, strings: Strings): readonly string[] {
  const sentences = newClaims(before, after).map((claim) => spoken(claim, strings));
  const ending = before?.phase === after.phase ? [] : endingOf(after, strings);
  return [...sentences, ...ending].map(plainLine);
}

// A line through the words is not heard, nor is a mark behind them.
function spoken({ text, verdict }: TurnClaim, { verdicts }: Strings): string {
  return verdict === 'supported' ? text : `${verdicts[verdict]}: ${text}`;
}

function endingOf(turn: Turn, strings: Strings): readonly string[] {
  switch (turn.phase) {
    case 'searching':
      return [strings.searching];
    case 'reading':
    case 'writing':
      return [];
    case 'answered':
      return [strings.answerDone(numberedCites(turn).length)];
    case 'abstained':
      return [strings.abstained, turn.text];
    case 'stopped':
      return [strings.stopped];
    case 'failed':
      return turn.failure === null ? [] : failureInWords(turn.failure, strings);
    default:
      return turn.phase satisfies never;
  }
}

function failureInWords({ kind, title, detail }: NonNullable<Turn['failure']>, strings: Strings) {
  const own = strings.failures[kind];
  return [title || own.title, detail || own.detail].filter((words) => words !== '');
}

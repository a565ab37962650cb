import { newClaims, numberedCites } from '../stream/answer-view.ts';
import type { Turn, TurnClaim } from '../stream/turn.ts';
import type { Strings } from '../strings/strings.ts';
import { abstentionWords, failureWords } from '../strings/wording.ts';
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
      return [strings.abstained, abstentionWords(turn, strings)];
    case 'stopped':
      return [strings.stopped];
    case 'failed':
      return turn.failure === null ? [] : failureLines(turn.failure, strings);
    default:
      return turn.phase satisfies never;
  }
}

function failureLines(failure: NonNullable<Turn['failure']>, strings: Strings): readonly string[] {
  const { title, detail } = failureWords(failure, strings);
  return [title, detail].filter((words) => words !== '');
}

import { describe, expect, it } from 'vitest';
import { speechFor } from '../../../web/src/chat/speech.ts';
import { readChatEvent } from '../../../web/src/stream/chat-events.ts';
import { reduceTurn, type TurnEvent } from '../../../web/src/stream/reducer.ts';
import { newTurn, type Turn } from '../../../web/src/stream/turn.ts';
import { en } from '../../../web/src/strings/english.ts';
import { RECORDED, RECORDED_ANSWER, readAll } from './recorded.ts';

const start = newTurn('q1', 'Why?');

function spoken(events: readonly TurnEvent[]): string[] {
  let turn: Turn = start;
  const said = [...speechFor(null, turn, en)];
  for (const event of events) {
    const next = reduceTurn(turn, event);
    said.push(...speechFor(turn, next, en));
    turn = next;
  }
  return said;
}

describe('speechFor', () => {
  it('says whole sentences as they are judged, then the end', async () => {
    const stream = await readAll([RECORDED]);
    const events = stream.map(readChatEvent).filter((event) => event !== null);
    const [first, second, third] = RECORDED_ANSWER.claims.map((claim: { text: string }) => claim.text);
    // A verdict is a colour and a mark to the eye: to the ear it is a word.
    const doubted = `${en.verdicts['partially-supported']}: ${second}`;
    expect(spoken(events)).toEqual([en.searching, first, doubted, third, en.answerDone(3)]);
  });

  it('says nothing of a sentence that is not judged yet', () => {
    expect(spoken([{ type: 'text-added', text: 'A half' }])).toEqual([en.searching]);
  });

  it('says how it failed, in the server’s words where there are any', () => {
    const failure = { kind: 'refused', title: 'Limit exceeded', detail: 'Too long.' } as const;
    expect(spoken([{ type: 'request-failed', failure }])).toEqual([
      en.searching,
      'Limit exceeded',
      'Too long.',
    ]);
    const lost = en.failures.interrupted;
    expect(spoken([{ type: 'connection-ended' }])).toEqual([en.searching, lost.title, lost.detail]);
  });
});

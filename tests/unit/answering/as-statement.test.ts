import { describe, expect, it } from 'vitest';
import { asStatement } from '../../../src/answering/as-statement.ts';

describe('asStatement', () => {
  it.each([
    ['Who built the bridge?', 'someone built the bridge.'],
    ['Which company built the bridge?', 'a certain company built the bridge.'],
    ['When did the ferry leave?', 'the ferry leave at some time.'],
    ['Where was Ines Halloran born?', 'Ines Halloran was born in some place.'],
    ['Why was the pool closed?', 'the pool was closed for some reason.'],
    ['How did the council vote?', 'the council vote in some way.'],
    ['How many people were on board?', 'a certain number of people were on board.'],
    ['How long is the bridge ??', 'to a certain degree long is the bridge.'],
    ['Did the mayor resign?', 'the mayor resign.'],
    ['herring soup', 'herring soup.'],
    ['', '.'],
  ])('%s', (question, statement) => {
    expect(asStatement(question)).toBe(statement);
  });
});

import { describe, expect, it } from 'vitest';
import { analyzeQuestion } from '../../../src/answering/question.ts';
import { joinReadings, matchStrength, readText, shareBeginning } from '../../../src/answering/reading.ts';

function strength(question: string, term: string, text: string): number {
  const found = analyzeQuestion(question).terms.find((one) => one.text === term);
  return found === undefined ? Number.NaN : matchStrength(found, readText(text));
}

describe('matchStrength', () => {
  it.each([
    ['Which students enrolled?', 'students', 'A student came.', 1],
    ['What did the UN do?', 'UN', 'The United Nations supplied trucks.', 1],
    ['What did the United Nations do?', 'United', 'The UN supplied trucks.', 1],
    ['What did the U.S. buy?', 'U.S', 'American buyers came.', 1],
    ['Which Mozambican port?', 'Mozambican', 'A port in Mozambique.', 1],
    ['Who governs Niger?', 'Niger', 'Nigeria voted.', 0],
    ['What of the 45 aircraft?', '45', 'There were 54 aircraft.', 0],
    ['What happened in 2,021 cases?', '2,021', 'In 2021 cases it rained.', 1],
    ['Who led the investigation?', 'investigation', 'They investigate it.', 1],
    ['Which diplomat?', 'diplomat', 'Diplomacy failed.', 0.8],
    ['Who wrote the conference paper?', 'conference', 'A confident tone.', 0],
    ["Which Jama'at leader spoke?", "Jama'at", 'Jamaat leaders spoke.', 1],
  ])('%s: %s in "%s"', (question, term, text, expected) => {
    expect(strength(question, term, text)).toBe(expected);
  });
});

describe('joinReadings', () => {
  it('holds what any of them holds, and keeps their words apart', () => {
    const joined = joinReadings([readText('Rain in Mali.'), readText('Snow in Norway.')]);
    expect([...joined.countries]).toEqual(['ML', 'NO']);
    const [rain, , snow] = joined.content;
    expect((snow?.at ?? 0) - (rain?.at ?? 0)).toBeGreaterThan(1_000);
  });
});

describe('shareBeginning', () => {
  it('asks for five letters and most of the longer word', () => {
    expect(shareBeginning('develop', 'development')).toBe(true);
    expect(shareBeginning('port', 'porter')).toBe(false);
    expect(shareBeginning('inter', 'international')).toBe(false);
  });
});

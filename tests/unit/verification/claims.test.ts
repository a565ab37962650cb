import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftClaims } from '../../../src/verification/claims.ts';
import { hostileTexts, msFor } from '../text/numbers-hostile.ts';

const brief = (draft: string) => draftClaims(draft).map(({ kind, text }) => [kind, text]);

describe('draftClaims', () => {
  it('makes a statement of each sentence', () => {
    expect(brief('Bridge reopens\n\nThe bridge opened. Lorries queued.')).toEqual([
      ['statement', 'Bridge reopens'],
      ['statement', 'The bridge opened.'],
      ['statement', 'Lorries queued.'],
    ]);
  });

  it('makes a quotation its own claim, and no statement of who said it', () => {
    expect(brief('“We won the cup,” Anna Kovar said.')).toEqual([['quote', 'We won the cup,']]);
  });

  it('keeps the sentence too where it says more', () => {
    expect(brief('Anna Kovar, who opened the new bridge in Lund, called it “a long wait”.')).toEqual([
      ['statement', 'Anna Kovar, who opened the new bridge in Lund, called it “a long wait”.'],
      ['quote', 'a long wait'],
    ]);
    expect(brief('“We won the cup,” Anna Kovar said on Monday.').map(([kind]) => kind)).toEqual([
      'statement',
      'quote',
    ]);
  });

  it.each([
    '“We won the cup,” she told reporters, according to the Coastline Wire.',
    '“We won the cup,” Anna Kovar said in an interview with the Merrow Ledger.',
    'Anna Kovar told the daily newspaper Merrow Ledger: “We won the cup.”',
    '“We won the cup,” Anna Kovar told CNN during a televised press conference.',
  ])('makes no statement of who was told so, and where: %s', (draft) => {
    expect(brief(draft).map(([kind]) => kind)).toEqual(['quote']);
  });

  it('keeps what a sentence says beside whom it was told', () => {
    const draft = '“We won the cup,” she told reporters after the bridge had reopened in Lund.';
    expect(brief(draft).map(([kind]) => kind)).toEqual(['statement', 'quote']);
  });

  it('makes no statement of the sentences inside a quotation', () => {
    expect(brief('“We won. They lost. It rained,” Anna Kovar said.')).toEqual([
      ['quote', 'We won. They lost. It rained,'],
    ]);
  });

  it('leaves scare quotes in their sentence', () => {
    expect(brief('The so-called “reset” failed in Lund.')).toEqual([
      ['statement', 'The so-called “reset” failed in Lund.'],
    ]);
  });

  it.each([
    ['Will the bridge open?', 'It is a question.'],
    ['Read more on our website.', 'It tells the reader to do something.'],
    ['I think the bridge should stay.', 'It gives an opinion.'],
    ['And so it was.', 'It names nothing that a source could bear out.'],
    ['* * * 12', 'It has no words.'],
    ['By Anna Kovar', 'It says who made it.'],
    ['Top Post Ad', 'It is too short to say anything.'],
    ['Hi there!', 'It is too short to say anything.'],
    ['Photo: Anna Kovar', 'It says who made it.'],
    ['Updated: 3 May 2026', 'It says when the article was published.'],
    ['Key points:', 'It only announces what follows.'],
    ['How the town kept its ferry', 'It only announces what follows.'],
    ['Don’t miss our newsletter.', 'It tells the reader to do something.'],
    ['Perhaps the bridge will open.', 'It is a guess.'],
    ['The council should resign.', 'It gives an opinion.'],
    ['It is a shame that the bridge closed.', 'It gives an opinion.'],
  ])('says why %j is no claim', (draft, why) => {
    expect(draftClaims(draft)).toMatchObject([{ kind: 'not-a-claim', why }]);
  });

  it('takes a sentence that ends in a question of somebody else for a statement', () => {
    expect(brief('On Monday Anna Kovar asked the new council: “Who pays?”')[0]?.[0]).toBe('statement');
  });

  it.each([
    'The bridge should open in May.',
    'Mayor resigns',
    'The council should resign, Varga said.',
    'By May the bridge was open.',
    'Photo agencies closed in Lund.',
  ])('takes %j for a statement', (draft) =>
    expect(draftClaims(draft)).toMatchObject([{ kind: 'statement' }]),
  );

  it('leaves list marks out, and what announces a caption', () => {
    expect(
      brief('• The bridge opened.\n2. Lorries queued.\n- [x] It rained.\nPhoto: The bridge at dawn in May.'),
    ).toEqual([
      ['statement', 'The bridge opened.'],
      ['statement', 'Lorries queued.'],
      ['statement', 'It rained.'],
      ['statement', 'The bridge at dawn in May.'],
    ]);
  });

  it('reads a claim with its antecedents, and judges it without its quotations', () => {
    const draft =
      'Mayor Ilse Varga opened the bridge. She thanked the 40 crews of Lund, who had “worked all through the night”, the mayor said.';
    expect(draftClaims(draft)).toMatchObject([
      {
        text: 'Mayor Ilse Varga opened the bridge.',
        readAs: 'Mayor Ilse Varga opened the bridge.',
        filledIn: [],
      },
      {
        readAs:
          'Ilse Varga thanked the 40 crews of Lund, who had “worked all through the night”, the mayor said.',
        asserts: `Ilse Varga thanked the 40 crews of Lund, who had ${' '.repeat(30)}, the mayor said.`,
      },
      { kind: 'quote', quotation: { speaker: { name: 'Ilse Varga' } } },
    ]);
  });

  it('gives both halves of an interrupted quotation their speaker, and counts neither twice', () => {
    expect(draftClaims('“It was,” Kovar said, “very hard for all of us.”')).toMatchObject([
      { kind: 'quote', text: 'It was,', quotation: { speaker: { name: 'Kovar' } } },
      { kind: 'quote', text: 'very hard for all of us.', quotation: { speaker: { name: 'Kovar' } } },
    ]);
  });

  it('makes two claims of a long sentence with two facts', () => {
    const draft =
      'The harbour bridge of Lund opened again in the early morning of the third of May, and the first lorries crossed it before the mayor had finished her speech to the crews.';
    expect(brief(draft)).toEqual([
      ['statement', 'The harbour bridge of Lund opened again in the early morning of the third of May'],
      ['statement', 'the first lorries crossed it before the mayor had finished her speech to the crews.'],
    ]);
  });

  it('gives claims in order, each the text of its span, for any draft', () => {
    const piece = fc.constantFrom(
      'The bridge opened. ',
      '“We won,” ',
      'Anna Kovar said. ',
      'Why? ',
      '\n\n',
      '"',
      '• ',
      'on Monday ',
      '12 ',
      '(',
      ')',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (draft) => {
          let start = 0;
          for (const claim of draftClaims(draft)) {
            expect(draft.slice(claim.start, claim.end)).toBe(claim.text);
            expect(claim.start).toBeGreaterThanOrEqual(start);
            expect(claim.text).not.toBe('');
            start = claim.start;
          }
        },
      ),
    );
  });

  it('holds no text for a sentence that is as long as an article', () => {
    expect(draftClaims(`${'bridge, '.repeat(800)}bridge`)).toMatchObject([
      { kind: 'not-a-claim', why: 'It is too long for one sentence.' },
    ]);
  });

  it.each(hostileTexts())('takes time linear in the draft: %j', (unit) => {
    expect(msFor(draftClaims, unit)).toBeLessThan(5_000);
  });
});

import { describe, expect, it } from 'vitest';
import type { BlockKind } from '../../../../src/domain/document.ts';
import { cleanBlocks } from '../../../../src/ingest/clean/clean-blocks.ts';
import type { RawBlock } from '../../../../src/ingest/raw-block.ts';

const text = (line: string, kind: BlockKind = 'paragraph'): RawBlock => ({ kind, text: line, page: null });
const kept = (blocks: readonly RawBlock[]) => cleanBlocks(blocks, { title: null }).map((block) => block.text);

const STORY = [
  'The ferry company has ordered two electric ships from a yard in Gdynia, it said on Monday. They are to replace the oldest three of its fleet.',
  'Each ship carries 240 cars and needs eleven minutes in port to load its batteries, according to the company. The yard will deliver the first in 2028.',
  'Unions welcomed the order but asked what becomes of the sixty engineers. "A ship without an engine needs people too," said their speaker, Dora Lind.',
];

describe('cleanBlocks on plain text', () => {
  it('keeps a text without a trace of a page whole', () => {
    const lines = [
      ...STORY.slice(0, 1),
      'Results',
      'Almby 3, Storvik 1',
      'Fors 2, Holm 2',
      ...STORY.slice(1),
    ];
    expect(kept(lines.map((line) => text(line)))).toEqual(lines);
  });

  it('keeps a short note', () => {
    expect(kept([text('Council meets Tuesday')])).toEqual(['Council meets Tuesday']);
  });

  it('drops controls, pagers and lists of headlines around a story', () => {
    const around = [
      'Skip to content',
      ...STORY,
      'Share this article',
      'Related posts',
      'Lifeboat crew marks a hundred years',
      'Bakers warn of dearer bread by Easter',
      'Leave a comment',
      'Your name will not be shown. Required fields have a star *',
      '1 2 3 4 5 Next »',
    ];
    expect(kept(around.map((line) => text(line)))).toEqual(STORY);
  });

  it('keeps bullets that state a fact after a label', () => {
    const items = [
      'Price: 48 crowns for a lorry',
      'Length: 4,270 metres of road',
      'Opening: Friday at noon for cars',
    ];
    const blocks = [
      text('Share'),
      ...STORY.slice(0, 2).map((line) => text(line)),
      ...items.map((item) => text(item, 'list-item')),
      text(STORY[2] ?? ''),
      text('Subscribe to our newsletter'),
    ];
    expect(kept(blocks)).toEqual([...STORY.slice(0, 2), ...items, STORY[2]]);
  });

  it('drops a note on the author at the end', () => {
    for (const note of [
      'A restless reporter with an eye for ships.',
      'Dora Holm is a freelance journalist based in Oslo.',
    ]) {
      expect(kept([...STORY, note].map((line) => text(line)))).toEqual(STORY);
    }
  });

  it('drops lines without a letter or a digit, and remarks of the page in brackets', () => {
    expect(
      kept([text('. . . . .'), text(`${STORY[0]} (read more)`), text('* * *'), text(STORY[1] ?? '')]),
    ).toEqual(STORY.slice(0, 2));
  });

  it('keeps a heading with its section and drops it with the section', () => {
    const blocks = [
      text(STORY[0] ?? ''),
      text('What becomes of the crews', 'heading'),
      text(STORY[2] ?? ''),
      text('More from us', 'heading'),
      text('Subscribe for free'),
    ];
    expect(kept(blocks)).toEqual([STORY[0], 'What becomes of the crews', STORY[2]]);
  });

  it('takes capitals and other languages as they are', () => {
    const capitals = STORY.map((line) => line.toUpperCase());
    expect(kept([text('Share'), ...capitals.map((line) => text(line))])).toEqual(capitals);
    const russian = [
      'Паромная компания заказала два электрических судна на верфи в Гдыне, сообщила она в понедельник.',
      'Каждое судно берёт 240 машин, и ему нужно одиннадцать минут в порту, чтобы зарядить батареи.',
    ];
    expect(kept([text('Share'), ...russian.map((line) => text(line))])).toEqual(russian);
  });
});

import { describe, expect, it } from 'vitest';
import { placeCard } from '../../../web/src/chat/place-card.ts';

const VIEW = { width: 400, height: 300 };
const CARD = { width: 200, height: 100 };
const anchor = (left: number, top: number) => ({ left, top, width: 20, height: 20 });

describe('placeCard', () => {
  it.each([
    ['below and centred', anchor(190, 50), { left: 100, top: 76 }],
    ['above where there is no room below', anchor(190, 250), { left: 100, top: 144 }],
    ['inside at the left edge', anchor(0, 50), { left: 6, top: 76 }],
    ['inside at the right edge', anchor(390, 50), { left: 194, top: 76 }],
    ['below where there is room on neither side', anchor(190, 60), { left: 100, top: 86 }],
  ])('stands %s', (words, at, expected) => {
    const view = words.endsWith('side') ? { width: 400, height: 150 } : VIEW;
    expect(placeCard(at, CARD, view)).toEqual(expected);
  });
});

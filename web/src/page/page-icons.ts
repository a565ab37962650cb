import { svg } from 'lit';
import { icon } from '../chat/icons.ts';

/** Drawings that only the page needs. */
export const PAGE_ICONS = {
  list: icon(svg`<path d="M3 4.5h10M3 8h10M3 11.5h7"/>`),
  filter: icon(svg`<path d="M2.5 4h11M4.5 8h7M6.5 12h3"/>`),
  add: icon(svg`<path d="M8 3v10M3 8h10"/>`),
} as const;

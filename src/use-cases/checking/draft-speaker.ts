import type { QuoteClaim } from '../../verification/claims.ts';

type DraftSpeaker = QuoteClaim['quotation']['speaker'];

/**
 * Who a draft says spoke, as far as its own paragraph tells. A pronoun whose name stands in another paragraph
 * only may mean somebody else: it names nobody.
 */
export function speakerOf({ quotation, start, end }: QuoteClaim, draft: string): DraftSpeaker {
  const { speaker } = quotation;
  if (speaker === null || speaker.name === null) return speaker;
  const from = draft.lastIndexOf('\n', start) + 1;
  const to = draft.indexOf('\n', end);
  const paragraph = draft.slice(from, to === -1 ? draft.length : to);
  const surname = speaker.name.trim().split(/\s+/).at(-1) ?? '';
  return paragraph.includes(surname) ? speaker : null;
}

import type { DocumentId } from './document.ts';

/**
 * Documents that tell one story: copies, reprints, rewritten agency reports. In order of ids, at least
 * one; its first names the story.
 */
export type Story = readonly DocumentId[];

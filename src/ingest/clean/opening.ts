/** How a block begins, folded: galleries and menus repeat a text with another ending. */
export function openingOf(text: string): string {
  return text
    .slice(0, 120)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
}

/**
 * Words of an article or a question for text that clients show as Markdown, on one line: they show as
 * the words they are, whatever marks are in them. Opens no HTML tag, code, image, link, reference or
 * strike (CommonMark 0.31, sections 2.4, 6.1, 6.3, 6.6; GFM, section 6.5); a bare address may still be linked by a client.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`]/g, '\\$&')
    .replace(/~(?=~)/g, '\\~')
    .replace(/\](?=[([:])/g, '\\]')
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(BLOCK_MARK, '\\$&');
}

// At the start of a line these would make it a heading, a list item, a quotation, a fence or a table.
const BLOCK_MARK = /^(?:[#>+*=|~-])/;

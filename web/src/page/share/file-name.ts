const MAX_NAME_CHARS = 60;

/** A title as the name of a file, in any script, without what file systems or shells take for more. */
export function fileName(title: string, extension: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_NAME_CHARS);
  return `${name || 'conversation'}.${extension}`;
}

import type { Parser } from '../ports/parser.ts';

/** The extension of a path's last part, lower case with its dot; empty where it has none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** The first parser that takes the path's extension; null where none does. */
export function chooseParser(parsers: readonly Parser[], path: string): Parser | null {
  const extension = extensionOf(path);
  return parsers.find((parser) => parser.extensions.includes(extension)) ?? null;
}

import type { Span } from '../domain/span.ts';

/** A quotation's span with its marks, and the span between them without outer white space. */
export interface QuotationSpan extends Span {
  readonly inner: Span;
  /** True where the paragraph ends without a closing mark and the next one opens again. */
  readonly continues: boolean;
}

interface Open {
  readonly at: number;
  readonly closers: string;
  readonly mark: string;
}

const OPENERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '"': '"”',
  '‘': '’',
  '‹': '›',
  "'": "'",
};

/**
 * Pairs the quotation marks of a text. Marks inside another quotation are part of it; a mark that
 * finds no partner before its paragraph ends is skipped, unless the next paragraph opens with it.
 */
export function quotationSpans(text: string): QuotationSpan[] {
  const found: QuotationSpan[] = [];
  let open: Open | null = null;
  for (let at = 0; at < text.length; ) {
    const step: Step = open === null ? lookForOpening(text, at) : lookForEnd(text, at, open);
    found.push(...step.found);
    open = step.open;
    at = step.next;
  }
  return found;
}

interface Step {
  readonly open: Open | null;
  readonly next: number;
  readonly found: readonly QuotationSpan[];
}

function lookForOpening(text: string, at: number): Step {
  const mark = text[at] ?? '';
  const open = opens(text, at, mark) ? { at, mark, closers: OPENERS[mark] ?? '' } : null;
  return { open, next: at + 1, found: [] };
}

function lookForEnd(text: string, at: number, open: Open): Step {
  const char = text[at] ?? '';
  const going: Step = { open, next: at + 1, found: [] };
  if (char === '\n' && endsParagraph(text, at)) {
    const next = nextVisible(text, at);
    const found = text[next] === open.mark ? spanBetween(text, { start: open.at, end: at }, true) : [];
    return { open: null, next, found };
  }
  if (char === open.mark && text[at - 1] === '\n' && opens(text, at, char)) {
    return { ...going, open: { ...open, at }, found: spanBetween(text, { start: open.at, end: at }, true) };
  }
  if (open.closers.includes(char) && closes(text, at, open)) {
    return { ...going, open: null, found: spanBetween(text, { start: open.at, end: at + 1 }, false) };
  }
  // The earlier mark never closed; what counts from here is this one.
  return char === open.mark && char === '“' ? { ...going, open: { ...open, at } } : going;
}

function spanBetween(text: string, span: Span, continues: boolean): QuotationSpan[] {
  let start = span.start + 1;
  let end = continues ? span.end : span.end - 1;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  if (end === start) return [];
  return [{ start: span.start, end: continues ? end : span.end, inner: { start, end }, continues }];
}

const isSpace = (char: string | undefined) => char === undefined || /\s/u.test(char);
const isLetterOrDigit = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
// White space, brackets, dashes and other marks may stand before an opening mark.
const isBefore = (char: string | undefined) => char === undefined || /[\s([{—–\-/“„«‘"'>*_]/u.test(char);

function opens(text: string, at: number, char: string): boolean {
  if (!(char in OPENERS)) return false;
  const [before, after] = [text[at - 1], text[at + 1]];
  if (after === undefined) return false;
  switch (char) {
    case '“':
    case '„':
    case '«':
    case '‹':
      return true;
    case '»':
      // In German books »so« ; after a word it is a closing mark whose partner is missing.
      return isBefore(before) && isLetterOrDigit(after);
    case '"':
      return opensStraight(text, at);
    case '‘':
      return (
        isBefore(before) &&
        !isSpace(after) &&
        !/^(?:\d0s|em\b|tis\b|twas\b|n\b)/u.test(text.slice(at + 1, at + 6))
      );
    default:
      return isBefore(before) && isLetterOrDigit(after) && closesLater(text, at);
  }
}

// Written in haste: `would not stop " the children`, and `It ended."We walked."`
function opensStraight(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at + 1]];
  if (/[.!?…]/u.test(before ?? '')) return /\p{Lu}/u.test(after ?? '');
  if (!isBefore(before)) return false;
  return !isSpace(after) || (isSpace(before) && /^ \p{L}/u.test(text.slice(at + 1, at + 3)));
}

// A straight single mark is an apostrophe more often than a quotation: it needs a sure end nearby.
const SINGLE_REACH = 400;

function closesLater(text: string, at: number): boolean {
  if (/^(?:\d0s|em\b|tis\b|twas\b|n\b)/u.test(text.slice(at + 1, at + 6))) return false;
  const ahead = text.slice(at + 1, at + 1 + SINGLE_REACH);
  const line = ahead.slice(0, ahead.search(/\n\s*\n|$/u));
  return /[\p{L}\p{N},.!?…]'(?![\p{L}\p{N}])/u.test(line);
}

function closes(text: string, at: number, open: Open): boolean {
  const char = text[at] ?? '';
  if (char !== '’' && char !== "'") return char !== '"' || open.mark !== '"' || closesStraight(text, at);
  if (isLetterOrDigit(text[at + 1])) return false;
  if (!/s/u.test(text[at - 1] ?? '') || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) return true;
  // "the soldiers’ pay": an apostrophe if a surer end follows in the paragraph.
  const ahead = text.slice(at + 1, at + 1 + SINGLE_REACH);
  const line = ahead.slice(0, ahead.search(/\n\s*\n|$/u));
  const sure = line.search(char === '’' ? /[,.!?…]’(?!\p{L})/u : /[,.!?…]'(?!\p{L})/u);
  const reopened = line.search(char === '’' ? /(?:^|\s)‘/u : /\s'\p{L}/u);
  return sure === -1 || (reopened !== -1 && reopened < sure);
}

// Inside straight marks, another that stands like an opener is the next quotation's, not the end.
function closesStraight(text: string, at: number): boolean {
  return !(isSpace(text[at - 1]) && isLetterOrDigit(text[at + 1]));
}

function endsParagraph(text: string, at: number): boolean {
  return /^\n[ \t]{0,20}(?:\n|$)/u.test(text.slice(at, at + 22));
}

function nextVisible(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text[next])) next++;
  return next;
}

import type { Span } from '../../../src/domain/span.ts';
import type { Finding } from './check-state.ts';
import type { Edit } from './edits.ts';

// Drawn and measured by itself, so that a draft without paragraphs does not become one endless line box.
const MAX_SECTION_CHARS = 3_000;

/** The paragraphs of a draft as spans of its text; the blank lines between them are left out. */
export function sectionsOf(text: string): readonly Span[] {
  const sections: Span[] = [];
  const add = (start: number, end: number) => {
    for (let at = start; at < end; ) {
      const stop = end - at <= MAX_SECTION_CHARS ? end : cutBefore(text, at + MAX_SECTION_CHARS, at);
      sections.push({ start: at, end: stop });
      at = stop;
    }
  };
  let at = 0;
  for (const gap of text.matchAll(/\s*\n[^\S\n]*\n\s*|\s+$/g)) {
    add(at, gap.index);
    at = gap.index + gap[0].length;
  }
  add(at, text.length);
  return sections;
}

/** The last end of a line or word before a place, the place itself where there is none. */
function cutBefore(text: string, place: number, from: number): number {
  const part = text.slice(from, place);
  const at = Math.max(part.lastIndexOf('\n'), part.lastIndexOf(' '));
  return at > 0 ? from + at + 1 : place;
}

/** Findings by the section that holds their start; both in the order of the text. */
export function findingsBySection(
  sections: readonly Span[],
  findings: readonly Finding[],
): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  let section = 0;
  for (const finding of findings) {
    while (section < sections.length - 1 && (sections[section]?.end ?? 0) <= finding.claim.start) section++;
    // A claim over two sections shows in each of them.
    for (let at = section; (sections[at]?.start ?? finding.claim.end) < finding.claim.end; at++) {
      const known = found.get(at);
      if (known === undefined) found.set(at, [finding]);
      else known.push(finding);
    }
  }
  return found;
}

/** A stretch of a section. */
export interface DraftPiece {
  readonly text: string;
  /** Of the claim that it belongs to, the innermost where claims hold each other; null for none. */
  readonly finding: Finding | null;
  /** The claim begins, or ends, with this stretch. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Words of a source that the editor took over. */
  readonly isTakenOver: boolean;
}

/** A section cut where claims and edits begin and end; edits show their new words. */
export function piecesOf(
  text: string,
  section: Span,
  { findings, edits }: { readonly findings: readonly Finding[]; readonly edits: readonly Edit[] },
): readonly DraftPiece[] {
  const inside = edits.filter(({ start, end }) => start < section.end && end > section.start);
  const borders = cuts(section, [...findings.map(({ claim }) => claim), ...inside]);
  const raw = borders.slice(1).map((end, at) => {
    const start = borders[at] ?? end;
    const edit = inside.find((one) => one.start <= start && end <= one.end);
    // An edit cut by the border of a claim shows its words once, at its start.
    const words = edit === undefined ? text.slice(start, end) : start === edit.start ? edit.words : '';
    return { text: words, finding: innermost(findings, start, end), isTakenOver: edit !== undefined };
  });
  return withEnds(raw.filter((piece) => piece.text !== ''));
}

function cuts(section: Span, spans: readonly Span[]): readonly number[] {
  const inside = spans
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => at > section.start && at < section.end);
  return [...new Set([section.start, ...inside, section.end])].sort((a, b) => a - b);
}

function innermost(findings: readonly Finding[], start: number, end: number): Finding | null {
  const holding = findings.filter(({ claim }) => claim.start <= start && end <= claim.end);
  return holding.toSorted((a, b) => b.claim.start - a.claim.start || a.claim.end - b.claim.end)[0] ?? null;
}

function withEnds(pieces: readonly Omit<DraftPiece, 'isFirst' | 'isLast'>[]): readonly DraftPiece[] {
  const [first, last] = [new Map<number, number>(), new Map<number, number>()];
  pieces.forEach(({ finding }, at) => {
    if (finding === null) return;
    if (!first.has(finding.index)) first.set(finding.index, at);
    last.set(finding.index, at);
  });
  return pieces.map((piece, at) => ({
    ...piece,
    isFirst: piece.finding !== null && first.get(piece.finding.index) === at,
    isLast: piece.finding !== null && last.get(piece.finding.index) === at,
  }));
}

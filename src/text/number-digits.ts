import { type Figure, figure } from './number-figure.ts';
import type { NumberText } from './number-text.ts';
import { measureOf } from './number-units.ts';
import { ordinalOf, scaleOf } from './number-words.ts';
import type { Word } from './tokens.ts';

const DIGITS =
  /^(?<int>\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,15})(?<decimals>\.\d{1,9})?(?<part>[¼½¾])?(?<suffix>\p{L}{0,9})$/u;
const PARTS: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };

/** The value of digits as news writes them (`32,000`, `27.7`, `2½`), with the letters that follow; null for others. */
function parseDigits(text: string): { value: number; suffix: string } | null {
  const groups = DIGITS.exec(text)?.groups;
  if (groups === undefined)
    return text.length === 1 && PARTS[text] !== undefined ? { value: PARTS[text], suffix: '' } : null;
  const whole = Number(`${(groups['int'] ?? '').replaceAll(',', '')}${groups['decimals'] ?? ''}`);
  return { value: whole + (PARTS[groups['part'] ?? ''] ?? 0), suffix: groups['suffix'] ?? '' };
}

/** Reads a number in figures at word `first`; null where the word is part of something else. */
export function readDigits(source: NumberText, first: number, word: Word): Figure | null {
  const rank = ordinalOf(word.norm);
  if (rank !== null) return figure(source, first, { kind: 'ordinal', low: rank, next: first + 1 });
  const parsed = parseDigits(word.text);
  if (parsed === null) return null;
  const scale = attachedScale(source, first, parsed.suffix);
  const unit = measureOf(parsed.suffix.toLowerCase());
  if (parsed.suffix !== '' && scale === null && unit === null && parsed.suffix !== 'pc') return null;
  const start = minusBefore(source, first) ? word.start - 1 : word.start;
  const sign = start < word.start ? -1 : 1;
  const thousands = parsed.suffix === '' ? spacedThousands(source, first, parsed.value) : null;
  if (thousands !== null) return figure(source, first, { ...thousands, start });
  return figure(source, first, {
    low: sign * parsed.value * (scale ?? 1),
    next: first + 1,
    start,
    plainFigure: /^\d{1,4}$/.test(word.text),
    attachedUnit: scale === null ? (parsed.suffix === 'pc' ? '%' : unit) : null,
  });
}

const METRE_CONTEXT = new Set(
  'tall long wide high deep away race sprint final hurdles relay freestyle butterfly backstroke breaststroke dash above below from'.split(
    ' ',
  ),
);

// `1.2m people` is million, `1.8m tall` is metres.
function attachedScale(source: NumberText, first: number, suffix: string): number | null {
  if (suffix === '' || /^[Bb]$/.test(suffix) ? suffix === '' : false) return null;
  if (suffix === 'm' && METRE_CONTEXT.has(source.words[first + 1]?.norm ?? '')) return null;
  return scaleOf(suffix.toLowerCase());
}

function minusBefore(source: NumberText, first: number): boolean {
  const start = source.words[first]?.start ?? 0;
  return /(?:(?:^|[\s(])[-−]|−)$/u.test(source.text.slice(Math.max(0, start - 2), start));
}

// `32 000`, with any kind of space, where the second group is three digits and the first is not zero.
function spacedThousands(
  source: NumberText,
  first: number,
  value: number,
): { low: number; next: number } | null {
  if (!/^[1-9]\d{0,2}$/.test(source.words[first]?.text ?? '')) return null;
  let [low, next] = [value, first + 1];
  while (/^\d{3}$/.test(source.words[next]?.text ?? '') && isThousandsGap(source, next)) {
    low = low * 1000 + Number(source.words[next]?.text);
    next++;
  }
  return next === first + 1 ? null : { low, next };
}

function isThousandsGap(source: NumberText, index: number): boolean {
  const [gap, group] = [source.gap(index), source.words[index]?.text];
  if (/^[\u00a0\u2009\u202f]$/u.test(gap)) return true;
  // An ordinary space may part two figures, so there it takes round thousands…
  if (gap === ' ' || gap === ', ') {
    // …or, in text that was torn into words and joined again, a noun after it: "1, 056 matches".
    return (
      group === '000' ||
      (gap === ', ' && source.joined(index) && /^\p{Ll}{3}/u.test(source.words[index + 1]?.text ?? ''))
    );
  }
  return false;
}

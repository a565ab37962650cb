import type { Span } from '../domain/span.ts';
import type { Figure } from './number-figure.ts';
import type { NumberText } from './number-text.ts';
import { currencyOfSymbol, currencyOfWord, measureOf } from './number-units.ts';

/** What a figure is a number of, and the span of the figure with its sign, currency or unit. */
export interface Measured extends Span {
  readonly kind:
    | 'count'
    | 'money'
    | 'percent'
    | 'percentage-point'
    | 'measure'
    | 'ordinal'
    | 'fraction'
    | 'score';
  /** Currency code, measure, `%`; null for a plain count. */
  readonly unit: string | null;
  /** Index of the first word of the whole mention. */
  readonly firstWord: number;
  /** Index of the first word after it. */
  readonly next: number;
}

/** Reads the currency before a figure and the sign or unit after it. */
export function measured(source: NumberText, figure: Figure): Measured {
  const { kind, start, end, first, next } = figure;
  const base: Measured = { kind, unit: null, start, end, firstWord: first, next };
  if (kind !== 'count') return base;
  const money = moneyBefore(source, figure);
  if (money !== null) return { ...base, ...money, kind: 'money' };
  if (figure.attachedUnit !== null) return attached(base, figure.attachedUnit);
  return signAfter(source, base) ?? wordsAfter(source, base) ?? base;
}

const attached = (base: Measured, unit: string): Measured => ({
  ...base,
  kind: unit === '%' ? 'percent' : 'measure',
  unit,
});

function signAfter(source: NumberText, base: Measured): Measured | null {
  const sign = /^\s?%/u.exec(source.text.slice(base.end, base.end + 2))?.[0];
  if (sign === undefined) return null;
  const end = base.end + sign.length;
  const points = pointWords(source, base.next, source.words[base.next]?.norm === 'percentage' ? 1 : 0);
  if (points !== null && /^%?\s/u.test(source.gap(base.next).trimStart()))
    return { ...base, ...points, kind: 'percentage-point', unit: 'point' };
  return { ...base, end, kind: 'percent', unit: '%' };
}

function pointWords(source: NumberText, next: number, skip: number): { end: number; next: number } | null {
  const word = source.words[next + skip];
  return word !== undefined && /^points?$/.test(word.norm) ? { end: word.end, next: next + skip + 1 } : null;
}

function wordsAfter(source: NumberText, base: Measured): Measured | null {
  const next = source.words[base.next];
  if (next === undefined || !source.joined(base.next - 1)) return null;
  const one = { end: next.end, next: base.next + 1 };
  const second = source.joined(base.next) ? source.words[base.next + 1] : undefined;
  const two = second === undefined ? one : { end: second.end, next: base.next + 2 };
  if (next.norm === 'percent' || next.norm === 'pc') return { ...base, ...one, kind: 'percent', unit: '%' };
  if (next.norm === 'per' && second?.norm === 'cent') return { ...base, ...two, kind: 'percent', unit: '%' };
  const isPoint = /^points?$/.test(second?.norm ?? '');
  if (next.norm === 'percentage' && isPoint)
    return { ...base, ...two, kind: 'percentage-point', unit: 'point' };
  if (next.norm === 'basis' && isPoint)
    return { ...base, ...two, kind: 'percentage-point', unit: 'basis-point' };
  const money = currencyOfWord(next.norm) ?? currencyOfSymbol(next.text);
  if (money !== null) return { ...base, ...one, kind: 'money', unit: money };
  // "US dollars", "CFA francs"
  const qualified = /^\p{Lu}/u.test(next.text) && second !== undefined ? currencyOfWord(second.norm) : null;
  if (qualified !== null) return { ...base, ...two, kind: 'money', unit: qualified };
  const measure = next.norm.length > 1 ? measureOf(next.norm) : null;
  return measure === null ? null : { ...base, ...one, kind: 'measure', unit: measure };
}

// `$27.7 billion`, `US$5m`, `€ 3`, `USD 20 million`, `Rs 500`
function moneyBefore(
  source: NumberText,
  figure: Figure,
): { start: number; unit: string; firstWord: number } | null {
  const symbol = /([$€£¥₽₹₺₴₦₩₪])\s?$/u.exec(source.gap(figure.first))?.[1];
  const previous = source.words[figure.first - 1];
  if (symbol === undefined) return codeBefore(source, figure);
  const at = source.text.lastIndexOf(symbol, figure.start - 1);
  const prefix =
    previous !== undefined && previous.end >= at - 1
      ? (/^(?:US|U\.S|A|C|AU|CA|NZ|HK|S|R)$/.exec(previous.text)?.[0] ?? null)
      : null;
  if (prefix === null || previous === undefined || /\s/.test(source.text.slice(previous.end, at)))
    return { start: at, unit: currencyOfSymbol(symbol) ?? symbol, firstWord: figure.first };
  const unit = prefix.startsWith('U') ? 'USD' : `${prefix}${symbol}`;
  return { start: previous.start, unit, firstWord: figure.first - 1 };
}

function codeBefore(
  source: NumberText,
  figure: Figure,
): { start: number; unit: string; firstWord: number } | null {
  const previous = source.words[figure.first - 1];
  if (previous === undefined || !/^[\s.]{1,2}$/u.test(source.gap(figure.first))) return null;
  const unit = previous.text === 'Rs' ? 'rupee' : currencyOfSymbol(previous.text);
  return unit === null ? null : { start: previous.start, unit, firstWord: figure.first - 1 };
}

/** What a person may choose on the command line. */
export interface BenchOptions {
  /** Passages of the corpus, about; a benchmark's own number unless told. */
  readonly passages?: number;
  /** Repetitions: pairs, rounds or kills, as the benchmark says. */
  readonly runs?: number;
  readonly texts: TextKind;
  readonly seed: number;
}

/** `generated`: invented articles; `public`: TIME and SciFact of the evaluation data. */
export const TEXT_KINDS = ['generated', 'public'] as const;
type TextKind = (typeof TEXT_KINDS)[number];

/** One measured number, and what it has to keep. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** Such as `ms` or `passages/s`; empty for a ratio or a count. */
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface Benchmark {
  readonly name: string;
  /** One line: what is measured, and against what. */
  readonly about: string;
  run(options: BenchOptions, print: (line: string) => void): Promise<readonly Figure[]>;
}

/** True where the figure keeps what is promised of it. */
export function figureHolds({ value, atLeast, atMost }: Figure): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

export function figureLine(figure: Figure): string {
  const { what, value, unit, atLeast, atMost } = figure;
  const digits = Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 3 : 1;
  const promise = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ].join(', ');
  const verdict = promise === '' ? '' : ` (${promise}: ${figureHolds(figure) ? 'holds' : 'MISSED'})`;
  return `${what.padEnd(48)} ${value.toFixed(digits).padStart(10)} ${unit}${verdict}`;
}

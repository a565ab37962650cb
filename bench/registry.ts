import type { Benchmark } from './benchmark.ts';
import { checkBenchmark } from './benchmarks/check-speed.ts';
import { indexBenchmark } from './benchmarks/index-speed.ts';
import { killBenchmark } from './benchmarks/kill.ts';
import { screenBenchmark } from './benchmarks/screen.ts';
import { searchBenchmark } from './benchmarks/search-speed.ts';
import { verifyBenchmark } from './benchmarks/verify-speed.ts';

/** A new benchmark is one file in `benchmarks/` and one line here. */
export const BENCHMARKS: readonly Benchmark[] = [
  indexBenchmark,
  searchBenchmark,
  killBenchmark,
  screenBenchmark,
  verifyBenchmark,
  checkBenchmark,
];

import type { ClaimVerifier } from '../src/ports/claim-verifier.ts';
import type { Embedder } from '../src/ports/embedder.ts';

export type Cell = string | number | null;

/** What a suite shows: a title over rows of figures. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A figure that must not fall below what is promised of it. */
export interface Floor {
  readonly what: string;
  readonly value: number;
  readonly atLeast: number;
}

export type SuiteResult =
  | { readonly status: 'done'; readonly tables: readonly Table[]; readonly floors: readonly Floor[] }
  /** The data is not there; `reason` is a plain sentence. */
  | { readonly status: 'skipped'; readonly reason: string };

export interface EvalContext {
  /** Folder of the public judged sets; null where none is given. */
  readonly dataDir: string | null;
  /** Folder where built indexes are kept between runs; null: each run builds afresh. */
  readonly cacheDir: string | null;
  /** True where a part of the costly cases will do, as in the tests; all unless told. */
  readonly quick?: boolean;
  /** Progress, one line a call. */
  readonly print: (line: string) => void;
  /** The product's embedder, made at the first call and shared by all suites of the run. */
  readonly embedder: () => Promise<Embedder>;
  /** The same of the product's verifier. */
  readonly verifier: () => Promise<ClaimVerifier>;
}

export interface Suite {
  /** What `eval NAME` asks for. */
  readonly name: string;
  /** One line: what is judged, on what. */
  readonly about: string;
  /** True for a set that constants may be chosen on; left out of a run that names no suite. */
  readonly development?: boolean;
  readonly run: (context: EvalContext) => Promise<SuiteResult>;
}

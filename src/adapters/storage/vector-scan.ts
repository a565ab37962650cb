import type { DocumentId } from '../../domain/document.ts';
import { CitedeskError, throwIfAborted } from '../../domain/errors.ts';
import type { PassageId } from '../../domain/passage.ts';
import type { VectorIndex } from '../../ports/index-store.ts';
import { damaged } from './manifest-file.ts';
import { TopScored } from './top-scored.ts';

/** Vectors of one length, packed one after the other. */
export interface VectorTable {
  /** One a row. */
  readonly ids: readonly PassageId[];
  /** One a row. */
  readonly documentIds: readonly DocumentId[];
  /** Numbers in a vector; 0 where there are no rows. */
  readonly dimensions: number;
  /** `ids.length * dimensions` numbers; row n starts at `n * dimensions`. */
  readonly values: Float32Array;
}

/**
 * Exact search: each query looks at every allowed row. Vectors are of unit length, so that their dot
 * product is their cosine similarity.
 */
export function createVectorScan(table: VectorTable): VectorIndex {
  const { ids, documentIds, dimensions, values } = table;
  const rows = ids.map((_, row) => row);
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const rowsOf = Map.groupBy(rows, (row) => documentIds[row]);

  function best(vector: Float32Array, candidates: Iterable<number>, limit: number) {
    // As doubles, so that the scan need not convert the question again at every row.
    const question = Float64Array.from(vector);
    const top = new TopScored(limit);
    for (const row of candidates) top.offer(ids[row] ?? '', dotAt(values, row * dimensions, question));
    return top.list();
  }

  return {
    async query(vector, { limit, documentIds: allowed, signal }) {
      throwIfAborted(signal, 'The search was stopped.');
      if (ids.length === 0) return [];
      assertDimensions(vector, dimensions);
      if (allowed === undefined) return best(vector, rows, limit);
      return best(
        vector,
        Array.from(allowed).flatMap((id) => rowsOf.get(id) ?? []),
        limit,
      );
    },
    async vectors(asked) {
      return asked.map((id) => {
        const row = rowOf.get(id);
        if (row === undefined) throw damaged(`it holds no vector of passage ${id}`);
        return values.slice(row * dimensions, (row + 1) * dimensions);
      });
    },
  };
}

/**
 * The dot product of `question` and as many numbers of `values` from `start` on. Four sums, because one
 * would make each addition wait for the one before it, which takes twice as long.
 */
function dotAt(values: Float32Array, start: number, question: Float64Array): number {
  const { length } = question;
  const wholeFours = length - (length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < wholeFours; at += 4) {
    const from = start + at;
    a += (values[from] ?? 0) * (question[at] ?? 0);
    b += (values[from + 1] ?? 0) * (question[at + 1] ?? 0);
    c += (values[from + 2] ?? 0) * (question[at + 2] ?? 0);
    d += (values[from + 3] ?? 0) * (question[at + 3] ?? 0);
  }
  for (let at = wholeFours; at < length; at++) a += (values[start + at] ?? 0) * (question[at] ?? 0);
  return a + b + (c + d);
}

function assertDimensions(vector: Float32Array, dimensions: number): void {
  if (vector.length === dimensions) return;
  const counts = `${vector.length} numbers; the vectors of the index have ${dimensions}`;
  throw new CitedeskError('invalid-input', `The question's vector has ${counts}.`, {
    fix: 'Run `citedesk index --rebuild` with the model that embeds the questions.',
  });
}

import type { DocumentId } from '../../domain/document.ts';
import { CitedeskError, throwIfAborted } from '../../domain/errors.ts';
import type { PassageId } from '../../domain/passage.ts';
import type { VectorIndex } from '../../ports/index-store.ts';
import { createDotKernel, type DotKernel } from './dot-kernel.ts';
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
 * Exact search: each query looks at every row of all parts, which share one vector length. Vectors are
 * of unit length, so that their dot product is their cosine similarity.
 */
export function createVectorScan(parts: readonly VectorTable[]): VectorIndex {
  const ids = parts.flatMap((part) => part.ids);
  const documentIds = parts.flatMap((part) => part.documentIds);
  const dimensions = parts.find((part) => part.ids.length > 0)?.dimensions ?? 0;
  const kernel = kernelOf(parts, dimensions);
  const rowOf = new Map(ids.map((id, row) => [id, row]));

  return {
    async query(vector, { limit, documentIds: allowed, signal }) {
      throwIfAborted(signal, 'The search was stopped.');
      if (ids.length === 0) return [];
      assertDimensions(vector, dimensions);
      const top = new TopScored(limit);
      const similarities = kernel.dots(vector);
      for (let row = 0; row < similarities.length; row++) {
        if (allowed?.has(documentIds[row] ?? '') === false) continue;
        top.offer(ids[row] ?? '', similarities[row] ?? 0);
      }
      return top.list();
    },
    async vectors(asked) {
      return asked.map((id) => {
        const row = rowOf.get(id);
        if (row === undefined) throw damaged(`it holds no vector of passage ${id}`);
        const start = row * kernel.stride;
        return kernel.values.slice(start, start + dimensions);
      });
    },
  };
}

function kernelOf(parts: readonly VectorTable[], dimensions: number): DotKernel {
  const rows = parts.reduce((sum, part) => sum + part.ids.length, 0);
  const kernel = createDotKernel({ rows, dimensions });
  let filled = 0;
  for (const { values } of parts) {
    for (let start = 0; start < values.length; start += dimensions) {
      kernel.values.set(values.subarray(start, start + dimensions), filled);
      filled += kernel.stride;
    }
  }
  return kernel;
}

function assertDimensions(vector: Float32Array, dimensions: number): void {
  if (vector.length === dimensions) return;
  const counts = `${vector.length} numbers; the vectors of the index have ${dimensions}`;
  throw new CitedeskError('invalid-input', `The question's vector has ${counts}.`, {
    fix: 'Run `citedesk index --rebuild` with the model that embeds the questions.',
  });
}

/** Rows of one text's token vectors, one after another. */
export interface TokenVectors {
  readonly data: Float32Array;
  readonly tokens: number;
  readonly dimensions: number;
}

/**
 * Mean over all tokens, then unit length (Reimers and Gurevych, Sentence-BERT, 2019). A text that
 * runs alone has no padding, so its attention mask is all ones and the mean needs no weights. Sums
 * are kept in double precision; a vector of length zero stays zero.
 */
export function meanPoolToUnit({ data, tokens, dimensions }: TokenVectors): Float32Array {
  const sums = new Float64Array(dimensions);
  for (let row = 0, at = 0; row < tokens; row++) {
    for (let column = 0; column < dimensions; column++, at++) {
      sums[column] = (sums[column] ?? 0) + (data[at] ?? 0);
    }
  }
  let squares = 0;
  for (const sum of sums) squares += sum * sum;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  return Float32Array.from(sums, (sum) => sum * scale);
}

/** Each row at unit length; a row of zeros stays as it is. */
export function unitRows({ data, tokens, dimensions }: TokenVectors): Float32Array {
  const rows = new Float32Array(tokens * dimensions);
  for (let start = 0; start < rows.length; start += dimensions) {
    let squares = 0;
    for (let at = start; at < start + dimensions; at++) squares += (data[at] ?? 0) ** 2;
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let at = start; at < start + dimensions; at++) rows[at] = (data[at] ?? 0) * scale;
  }
  return rows;
}

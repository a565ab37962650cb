import { AutoModel } from '@xenova/transformers';
import type { TokenEmbeddings } from '../../ports/embedder.ts';
import { bertInputs, loadModel } from '../model-pool/model-session.ts';
import { loadTextTokenizer, type TextTokenizer } from '../model-pool/text-tokenizer.ts';
import type { KnownModel } from './known-model.ts';
import { meanPoolToUnit, type TokenVectors, unitRows } from './pooling.ts';

/** One text at a time, on one thread; text beyond the window is cut. */
export interface Encoder {
  readonly vector: (text: string) => Promise<Float32Array>;
  readonly tokenVectors: (text: string) => Promise<TokenEmbeddings>;
}

const loaded = new Map<string, Promise<Encoder>>();

/**
 * Loads tokenizer and weights into this process, once for all tasks on the same folder. The end mark
 * stays where a text is cut, since the model has never seen a text without it. Nothing is fetched.
 */
export function loadEncoder(modelDir: string, known: KnownModel): Promise<Encoder> {
  const loading = loaded.get(modelDir) ?? makeEncoder(modelDir, known);
  loaded.set(modelDir, loading);
  // A load that failed is tried again for the next task.
  loading.catch(() => loaded.delete(modelDir));
  return loading;
}

async function makeEncoder(modelDir: string, known: KnownModel): Promise<Encoder> {
  const tokenizer = await loadTextTokenizer(modelDir);
  const model = await loadModel(modelDir, AutoModel);
  const encode = async (text: string) => {
    const words = tokenizer.ids(text, known.windowTokens - known.markTokens);
    const ids = [tokenizer.startMark, ...words, tokenizer.endMark];
    const { last_hidden_state: output } = await model(bertInputs(ids));
    return { words, output: { data: output.data, tokens: ids.length, dimensions: known.dimensions } };
  };
  return {
    vector: async (text) => meanPoolToUnit((await encode(text)).output),
    async tokenVectors(text) {
      const { words, output } = await encode(text);
      return {
        vector: meanPoolToUnit(output),
        tokens: words.map((id) => tokenOf(tokenizer, id)),
        rows: unitRows(withoutMarks(output)),
      };
    },
  };
}

const CONTINUES = '##';

// WordPiece (Wu et al., 2016) spells the later pieces of a word with this sign before them.
function tokenOf(tokenizer: TextTokenizer, id: number) {
  const text = tokenizer.token(id);
  const isContinuation = text.startsWith(CONTINUES) && text !== CONTINUES;
  return { text: isContinuation ? text.slice(CONTINUES.length) : text, isContinuation };
}

// One start mark before the tokens, one end mark after them.
function withoutMarks({ data, tokens, dimensions }: TokenVectors): TokenVectors {
  return { data: data.subarray(dimensions, (tokens - 1) * dimensions), tokens: tokens - 2, dimensions };
}

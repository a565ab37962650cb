import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';

export interface TextTokenizer {
  /** Tokens of the text, without start and end marks. */
  count(text: string): number;
  /** The first token ids of the text, at most `limit`, without marks. */
  ids(text: string, limit: number): number[];
  /** What the vocabulary spells for an id. */
  token(id: number): string;
  readonly startMark: number;
  readonly endMark: number;
}

// Words with their punctuation: articles repeat them so much that nearly all are found again.
const CACHED_PIECES = 20_000;
const CACHED_PIECE_CHARS = 32;
// White space for every tokenizer; the rarer kinds are left to the model's own rules.
const BREAK = /[ \t\r\n]+/;

/**
 * The model's own tokenizer, in pure JavaScript, so that the main process counts without loading the
 * native runtime. A BERT tokenizer never looks across white space (Devlin et al., 2019, and its
 * WordPiece), so a text is tokenized piece by piece and each distinct piece only once: four to ten
 * times as fast as the whole text.
 */
export async function loadTextTokenizer(modelDir: string): Promise<TextTokenizer> {
  const tokenizer = new Tokenizer(
    await readJson(join(modelDir, 'tokenizer.json')),
    await readJson(join(modelDir, 'tokenizer_config.json')),
  );
  const idsOfPiece = cached((piece) => tokenizer.encode(piece, { add_special_tokens: false }).ids);
  const mark = (token: string) => {
    const id = tokenizer.token_to_id(token);
    if (id === undefined) throw new Error(`The tokenizer has no ${token}.`);
    return id;
  };
  return {
    count: (text) => text.split(BREAK).reduce((sum, piece) => sum + idsOfPiece(piece).length, 0),
    ids(text, limit) {
      const ids: number[] = [];
      for (const piece of text.split(BREAK)) {
        for (const id of idsOfPiece(piece)) {
          if (ids.length >= limit) return ids;
          ids.push(id);
        }
      }
      return ids;
    },
    token: (id) => tokenizer.id_to_token(id) ?? '',
    startMark: mark('[CLS]'),
    endMark: mark('[SEP]'),
  };
}

async function readJson(path: string): Promise<object> {
  const value: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is not an object.`);
  return value;
}

function cached(encode: (piece: string) => number[]): (piece: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (piece) => {
    const found = known.get(piece);
    if (found !== undefined) return found;
    const ids = encode(piece);
    if (piece.length > CACHED_PIECE_CHARS) return ids;
    if (known.size >= CACHED_PIECES) known.clear();
    known.set(piece, ids);
    return ids;
  };
}

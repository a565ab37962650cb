import type { BlockKind, Document } from '../domain/document.ts';
import type { PassageText } from '../domain/passage.ts';
import { embeddingText } from '../ingest/embedding-text.ts';
import { sidecarOf } from '../ingest/sidecar-path.ts';
import { type PrepareDeps, prepareFile } from './indexing/prepare-file.ts';

interface ExplainedPassage extends PassageText {
  /** Tokens of what is embedded for it (title, heading and text), without the model's own marks. */
  readonly tokens: number;
}

interface ExplainedBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

/** How a file is read: what the index would hold of it, or why it would hold nothing. */
export type FileExplanation =
  | {
      readonly type: 'read';
      readonly path: string;
      readonly document: Document;
      /** What is left of the file after cleaning, in reading order. */
      readonly blocks: readonly ExplainedBlock[];
      readonly passages: readonly ExplainedPassage[];
      /** Tokens that a passage may have; what lies beyond would not reach its vector. */
      readonly maxTokens: number;
      readonly warnings: readonly string[];
    }
  | { readonly type: 'skipped'; readonly path: string; readonly reason: string };

/** Reads one file of the corpus as a build would, and writes nothing. */
export async function explainFile(deps: PrepareDeps, path: string): Promise<FileExplanation> {
  const file = await prepareFile(deps, path, {
    indexed: null,
    sidecar: { path: sidecarOf(path), isListed: false },
  });
  switch (file.type) {
    case 'prepared': {
      const { document, warnings } = file;
      const blocks = document.blocks.map(({ kind, start, end }) => ({
        kind,
        text: document.text.slice(start, end),
      }));
      const passages = file.passages.map((passage) => ({
        ...passage,
        text: document.text.slice(passage.start, passage.end),
        tokens: deps.embedder.countTokens(embeddingText(document, passage)),
      }));
      const { maxTokens } = deps.embedder.model;
      return { type: 'read', path, document, blocks, passages, maxTokens, warnings };
    }
    case 'skipped':
    case 'unreadable':
      return { type: 'skipped', path, reason: file.reason };
    case 'unchanged':
      throw new Error('A file that is compared with nothing cannot be unchanged.');
    default:
      return file satisfies never;
  }
}

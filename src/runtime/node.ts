import { join } from 'node:path';
import { createExtractiveAnswerer } from '../adapters/answerer/extractive-answerer.ts';
import { embedTask } from '../adapters/embedder/embed-task.ts';
import { createPooledEmbedder } from '../adapters/embedder/transformers-embedder.ts';
import { createModelPool, type ModelPool } from '../adapters/model-pool/model-pool.ts';
import { draftReader } from '../adapters/parser/draft-reader.ts';
import { readYamlSidecar } from '../adapters/parser/yaml-sidecar.ts';
import { createFolderSource } from '../adapters/source/folder-source.ts';
import { createBuildRecordFile } from '../adapters/storage/build-record-file.ts';
import { createLocalIndexStore } from '../adapters/storage/local-index-store.ts';
import { createFileLock } from '../adapters/system/file-lock.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import { createPooledVerifier } from '../adapters/verifier/cross-encoder-verifier.ts';
import type { Judge } from '../answering/judge.ts';
import type { IndexEvent } from '../domain/index-manifest.ts';
import type { Answerer } from '../ports/answerer.ts';
import type { ClaimVerifier } from '../ports/claim-verifier.ts';
import type { Embedder } from '../ports/embedder.ts';
import { globMatcher } from '../retrieval/glob.ts';
import { type BuildOptions, buildIndex } from '../use-cases/build-index.ts';
import { createDesks, type SuggestingDesks } from '../use-cases/create-desk.ts';
import { explainFile } from '../use-cases/explain-file.ts';
import { judgeAgainst, type Verifiers } from '../use-cases/verifying/judge-against.ts';
import { createArbiter, tallyWords } from './arbiter.ts';
import type { Config } from './config.ts';
import { parsers } from './parsers.ts';
import { createLazyWriter } from './written.ts';

/** The program on one machine: an index in a folder, the models in child processes. */
export interface NodePreset extends SuggestingDesks {
  build(options: BuildOptions): AsyncIterable<IndexEvent>;
  explain(path: string): ReturnType<typeof explainFile>;
  /** What the language model that judges has done so far, in plain sentences; null where it was asked nothing. */
  judged(): string | null;
  /** Ends the models' processes; nothing works after it. */
  close(): Promise<void>;
}

export interface NodePresetOptions {
  /** Told, in a plain sentence, of each kind of failure of the language model that judges, once. */
  readonly onVerifierFailure?: (words: string) => void;
}

/** Wires every adapter. Throws `model-missing` or `model-damaged`; a missing index is met on use. */
export async function createNodePreset(
  config: Config,
  { onVerifierFailure }: NodePresetOptions = {},
): Promise<NodePreset> {
  const { corpus, index, modelDir, workers } = config;
  const arbiter = await arbiterOf(config, onVerifierFailure);
  // Loads the embedder at once, the verifier with its first claim: an index is made without it.
  const pool = createModelPool({ preload: embedTask(modelDir), workers });
  const { embedder, verifier } = await modelsOf(config, pool);
  const isDeskOnly = matcherOf(config.deskOnly);
  const source = createFolderSource({ dir: corpus });
  const store = createLocalIndexStore({ dir: index });
  const records = createBuildRecordFile({ path: join(index, 'last-build.json') });
  const lock = createFileLock({ path: join(index, 'build.lock') });
  const reading = { source, parsers, sidecars: readYamlSidecar, isDeskOnly };
  const deps = { ...reading, embedder, store, lock, clock: systemClock, records };
  const answerer = answererOf(config, { embedder, verifier, arbiter });
  // What is to be suggested is tried out without a word to a provider, who would ask money for it.
  const rehearsal = createExtractiveAnswerer({ embedder, verifier });
  const answering = { embedder, answerer, rehearsal, drafts: draftReader, verifier, arbiter };
  return {
    ...createDesks({ ...answering, store, records }, isDeskOnly),
    build: (options) => buildIndex(deps, options),
    explain: (path) => explainFile(deps, path),
    judged: () => (arbiter === undefined ? null : tallyWords(arbiter.model.name, arbiter.tally())),
    close: async () => {
      await Promise.all([arbiter?.close(), pool.close()]);
    },
  };
}

/** True for a path that one of the globs matches. */
function matcherOf(globs: readonly string[] = []): (path: string) => boolean {
  const matchers = globs.map(globMatcher);
  return (path) => matchers.some((matches) => matches(path));
}

async function arbiterOf({ verifier }: Config, onFailure: NodePresetOptions['onVerifierFailure']) {
  return verifier === undefined ? undefined : createArbiter(verifier, { env: process.env, onFailure });
}

interface Models {
  readonly embedder: Embedder;
  readonly verifier: ClaimVerifier;
}

function answererOf({ answerer }: Config, models: Models & Verifiers): Answerer {
  const extractive = createExtractiveAnswerer(models);
  if (answerer === undefined) return extractive;
  const judge: Judge = (text, sources, options) =>
    judgeAgainst(models, { text }, sources, { ...options, urgent: true });
  return createLazyWriter(answerer, { env: process.env, judge, extractive });
}

async function modelsOf({ modelDir, verifierDir }: Config, pool: ModelPool): Promise<Models> {
  try {
    const [embedder, verifier] = await Promise.all([
      createPooledEmbedder({ modelDir, pool }),
      createPooledVerifier({ modelDir: verifierDir, pool }),
    ]);
    return { embedder, verifier };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

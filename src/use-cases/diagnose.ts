import { isCitedeskError } from '../domain/errors.ts';
import type { IndexManifest } from '../domain/index-manifest.ts';
import { describedBy } from '../ingest/sidecar-path.ts';
import type { FileSource } from '../ports/file-source.ts';
import type { IndexStore } from '../ports/index-store.ts';
import type { Parser } from '../ports/parser.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly check: 'runtime' | 'model' | 'corpus' | 'index' | 'answerer' | 'verifier' | 'page' | 'port';
  readonly isGood: boolean;
  /** A plain sentence. */
  readonly words: string;
  /** How to repair it; null where it is good or nothing is known. */
  readonly fix: string | null;
}

interface ModelProbe {
  readonly name: string;
  readonly missingKey: string | null;
}

/** What the machine is asked; every probe answers with a value or throws a CitedeskError. */
export interface Probes {
  /** Such as `24.21.0`. */
  readonly runtimeVersion: string;
  readonly isRuntimeSupported: boolean;
  /** Every model file with what is wrong with it. */
  readonly modelFiles: () => Promise<readonly { readonly path: string; readonly status: string }[]>;
  readonly modelFix: string;
  readonly source: FileSource;
  readonly parsers: readonly Parser[];
  readonly store: IndexStore;
  /** What an index made now would have for its fingerprint. */
  readonly fingerprint: string;
  /** The language model that writes, with the variable of its key where that is not set; null: none is configured. */
  readonly answerer: ModelProbe | null;
  /** The same for the language model that judges claims. */
  readonly verifier: ModelProbe | null;
  readonly hasPage: () => boolean;
  readonly port: number;
  readonly isPortFree: () => Promise<boolean>;
}

/** Looks at all that the program needs, one finding each, in an order in which to repair them. */
export async function diagnose(probes: Probes): Promise<readonly Finding[]> {
  return [
    checkRuntime(probes),
    await guarded('model', () => checkModel(probes)),
    await guarded('corpus', () => checkCorpus(probes)),
    await guarded('index', () => checkIndex(probes)),
    ...checkAnswerer(probes),
    checkVerifier(probes),
    checkPage(probes),
    await guarded('port', () => checkPort(probes)),
  ];
}

type Check = Finding['check'];

const good = (check: Check, words: string): Finding => ({ check, isGood: true, words, fix: null });
const bad = (check: Check, words: string, fix: string): Finding => ({ check, isGood: false, words, fix });

async function guarded(check: Check, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    if (isCitedeskError(error)) return { check, isGood: false, words: error.message, fix: error.fix };
    const words = error instanceof Error ? error.message : String(error);
    return { check, isGood: false, words: `Looking at it failed: ${words}`, fix: null };
  }
}

function checkRuntime({ runtimeVersion, isRuntimeSupported }: Probes): Finding {
  const words = `Node ${runtimeVersion}.`;
  return isRuntimeSupported ? good('runtime', words) : bad('runtime', words, 'Install Node 22.18 or later.');
}

async function checkModel({ modelFiles, modelFix }: Probes): Promise<Finding> {
  const files = await modelFiles();
  const wrong = files.filter(({ status }) => status !== 'ok');
  if (wrong.length === 0)
    return good('model', `All ${files.length} files of the models are as they should be.`);
  const list = wrong.map(({ path, status }) => `${path} is ${status}`).join(', ');
  return bad('model', `Of the models, ${list}.`, modelFix);
}

async function checkCorpus({ source, parsers }: Probes): Promise<Finding> {
  const entries = (await source.list()).filter(({ path }) => describedBy(path) === null);
  const known = new Set(parsers.flatMap(({ extensions }) => extensions));
  const readable = entries.filter(({ type, path }) => type === 'file' && known.has(extensionOf(path)));
  if (readable.length === 0) {
    const kinds = [...known].join(', ');
    return bad(
      'corpus',
      `The corpus holds no article (${kinds}).`,
      'Put articles into it, or name another with --corpus.',
    );
  }
  const unreadable = entries.filter((entry) => entry.type === 'unreadable');
  const [first] = unreadable;
  if (first !== undefined) {
    const words = `${unreadable.length} places of the corpus cannot be read, such as ${first.path}: ${first.reason}`;
    return bad('corpus', words, 'Let this user read them.');
  }
  const other = entries.length - readable.length;
  return good('corpus', `${readable.length} articles${other === 0 ? '' : `, and ${other} other files`}.`);
}

function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';
}

async function checkIndex({ store, fingerprint }: Probes): Promise<Finding> {
  const { manifest } = await store.open();
  const { documentCount, passageCount, builtAt } = manifest;
  if (manifest.fingerprint !== fingerprint) {
    return bad(
      'index',
      `The index was made with ${madeWith(manifest)}, not with what is set now.`,
      'Run citedesk index.',
    );
  }
  if (documentCount === 0)
    return bad('index', 'The index is empty.', 'Put articles into the corpus and run citedesk index.');
  return good('index', `${documentCount} articles in ${passageCount} passages, built ${builtAt}.`);
}

function madeWith({ madeWith: { model, splitter } }: IndexManifest): string {
  return `${model} and the splitter ${splitter}`;
}

// That nothing is configured is as it should be, and nothing to tell. No request is made: it would cost.
function checkAnswerer({ answerer }: Probes): Finding[] {
  if (answerer === null) return [];
  const { name, missingKey } = answerer;
  if (missingKey === null) return [good('answerer', `Answers are written by ${name}.`)];
  const fix = `Set the variable ${missingKey}, or take "answerer" out of the configuration.`;
  return [bad('answerer', `The key of ${name}, which is to write answers, is not set.`, fix)];
}

function checkVerifier({ verifier }: Probes): Finding {
  if (verifier === null)
    return good(
      'verifier',
      'Claims are judged by rules and the model on this machine; no language model is asked.',
    );
  const { name, missingKey } = verifier;
  if (missingKey === null) {
    const words = `Claims that rules do not settle are judged by ${name}; they and their sources are sent to it.`;
    return good('verifier', words);
  }
  const fix = `Set the variable ${missingKey}, or take "verifier" out of the configuration.`;
  return bad('verifier', `The key of ${name}, which is to judge claims, is not set.`, fix);
}

function checkPage({ hasPage }: Probes): Finding {
  return hasPage()
    ? good('page', 'The chat page is built.')
    : bad('page', 'The chat page is not built.', 'Run npm run build.');
}

async function checkPort({ port, isPortFree }: Probes): Promise<Finding> {
  if (await isPortFree()) return good('port', `Port ${port} is free.`);
  return bad(
    'port',
    `Port ${port} is in use; a running Citedesk may be what uses it.`,
    'Stop that, or serve with --port.',
  );
}

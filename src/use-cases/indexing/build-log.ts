import type { Document } from '../../domain/document.ts';
import type { IndexEvent, IndexReport, IndexWarning, SkippedFile } from '../../domain/index-manifest.ts';

type Emit = (event: IndexEvent) => void;
type KeptDocument = Pick<Document, 'path' | 'access'>;
type Fate = 'added' | 'changed' | 'unchanged' | 'removed';

/** Collects what a build did and tells of it as it goes. */
export class BuildLog {
  readonly #emit: Emit;
  readonly #paths: Record<Fate, string[]> = { added: [], changed: [], unchanged: [], removed: [] };
  readonly #skipped: SkippedFile[] = [];
  readonly #warnings: IndexWarning[] = [];
  #filesTotal = 0;
  #filesDone = 0;
  #passages = 0;
  #deskDocuments = 0;
  #passagesEmbedded = 0;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  get passages(): number {
    return this.#passages;
  }

  get documents(): number {
    return this.#paths.added.length + this.#paths.changed.length + this.#paths.unchanged.length;
  }

  /** Those that only the newsroom may see. */
  get deskDocuments(): number {
    return this.#deskDocuments;
  }

  /** True when the index already holds exactly what was found. */
  get isUnchanged(): boolean {
    const { added, changed, removed } = this.#paths;
    return added.length + changed.length + removed.length === 0;
  }

  scanned(files: number): void {
    this.#filesTotal = files;
    this.#emit({ type: 'scan-finished', files });
  }

  /** A document of the new index. */
  kept({ path, access }: KeptDocument, fate: Exclude<Fate, 'removed'>, passages: number): void {
    this.#paths[fate].push(path);
    this.#passages += passages;
    if (access === 'desk') this.#deskDocuments++;
  }

  removed(paths: readonly string[]): void {
    this.#paths.removed.push(...paths);
  }

  skipped(file: SkippedFile): void {
    this.#skipped.push(file);
    this.#emit({ type: 'file-skipped', file });
  }

  warned(warning: IndexWarning): void {
    this.#warnings.push(warning);
    this.#emit({ type: 'warning-raised', warning });
  }

  embedded(passages: number): void {
    this.#passagesEmbedded += passages;
    this.#progress();
  }

  fileDone(): void {
    this.#filesDone++;
    this.#progress();
  }

  finish(seconds: number, rebuildReason: string | null): IndexReport {
    const embeddedPassages = this.#passagesEmbedded;
    const byPath = (a: { path: string | null }, b: { path: string | null }) =>
      compare(a.path ?? '', b.path ?? '');
    return {
      added: this.#paths.added.toSorted(compare),
      changed: this.#paths.changed.toSorted(compare),
      unchanged: this.#paths.unchanged.toSorted(compare),
      removed: this.#paths.removed.toSorted(compare),
      skipped: this.#skipped.toSorted(byPath),
      warnings: this.#warnings.toSorted(byPath),
      rebuildReason,
      documents: this.documents,
      deskDocuments: this.#deskDocuments,
      passages: this.#passages,
      embeddedPassages,
      seconds,
      passagesPerSecond: seconds > 0 ? embeddedPassages / seconds : 0,
    };
  }

  #progress(): void {
    this.#emit({
      type: 'progress-made',
      filesDone: this.#filesDone,
      filesTotal: this.#filesTotal,
      passagesEmbedded: this.#passagesEmbedded,
    });
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

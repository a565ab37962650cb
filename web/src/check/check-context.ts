import type { Strings } from '../strings/strings.ts';
import type { Finding } from './check-state.ts';
import type { Edit } from './edits.ts';
import type { Filter } from './filters.ts';
import type { Decisions } from './review.ts';

export interface CheckActions {
  /** Makes a finding the current one, and opens it or closes it. */
  readonly toggle: (index: number) => void;
  /** Opens a finding from its mark in the draft, and goes to it. */
  readonly goTo: (index: number) => void;
  readonly goToDraft: (index: number) => void;
  readonly accept: (index: number) => void;
  readonly askWhy: (index: number) => void;
  readonly dismiss: (index: number, note: string) => void;
  readonly takeOver: (index: number) => void;
  readonly undo: (index: number) => void;
  readonly cancelNote: () => void;
  /** Opens the article of a citation of the finding; `at` counts in its evidence. */
  readonly openSource: (finding: Finding, at: number, opener: HTMLElement) => void;
}

/** What every view of the review needs besides its own data. */
export interface CheckContext {
  readonly strings: Strings;
  readonly actions: CheckActions;
  readonly decisions: Decisions;
  /** All that were taken over. */
  readonly edits: readonly Edit[];
  readonly filter: Filter;
  /** The finding that the keys act on, and the one that is open. */
  readonly current: number | null;
  readonly open: number | null;
  /** The finding whose dismissal is being written. */
  readonly noteFor: number | null;
  /** On paper every finding is open. */
  readonly isPrinted: boolean;
}

import { focusHead, focusMark, headOf, showMark } from './finding-focus.ts';
import { commandOf, type KeyCommand, stepTo } from './keys.ts';
import type { ReviewDesk } from './review-desk.ts';
import { words } from './words.ts';

export interface ReviewKeysOptions {
  readonly desk: ReviewDesk;
  readonly root: () => ParentNode;
  /** Settles when what was changed is drawn. */
  readonly drawn: () => Promise<unknown>;
  readonly say: (words: string) => void;
  /** Closes what lies over the review; returns whether something did. */
  readonly closeOver: () => boolean;
}

type StepCommand = 'next' | 'previous' | 'first' | 'last';
type ActCommand = 'article' | 'accept' | 'dismiss' | 'take-over' | 'undo';

const isStep = (command: KeyCommand): command is StepCommand =>
  command === 'next' || command === 'previous' || command === 'first' || command === 'last';

/**
 * Obeys a key press among the findings, and keeps the browser from acting on it as well. Single letters act
 * only while the focus is inside the review and in no field (WCAG 2.1.4).
 */
export function obeyKey(event: KeyboardEvent, options: ReviewKeysOptions): void {
  const [target] = event.composedPath();
  const command = commandOf(event);
  if (command === null || !(target instanceof HTMLElement)) return;
  if (command === 'close') {
    // One thing at a time, the topmost first.
    if (options.closeOver() || options.desk.close()) event.preventDefault();
    return;
  }
  const isElsewhere = target.closest('.review') === null;
  if (isElsewhere || target.closest('textarea, input, .panel, .menu') !== null) return;
  // Whatever put the focus there (a script, a screen reader): the keys act on what has it.
  const focused = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  if (focused !== undefined) options.desk.moveTo(Number(focused));
  if (obey(command, target, options)) event.preventDefault();
}

function obey(
  command: Exclude<KeyCommand, 'close'>,
  target: HTMLElement,
  options: ReviewKeysOptions,
): boolean {
  const { desk } = options;
  if (isStep(command)) return step(command, target, options);
  const { current } = desk;
  if (current === null) return false;
  if (command !== 'open') return act(command, current, options);
  // A button opens by itself.
  const isMark = target.closest('.draft-mark') !== null;
  if (isMark) desk.goTo(current);
  return isMark;
}

function step(command: StepCommand, target: HTMLElement, { desk, root, drawn }: ReviewKeysOptions): boolean {
  const isInDraft = target.closest('.draft-mark') !== null;
  const places = desk.shown.map(({ index }) => index);
  // From elsewhere (a filter, the title) the first step leads to the current one.
  const isOnTheWay = isInDraft || target.closest('.finding') !== null;
  const to = isOnTheWay ? stepTo(places, desk.current, command) : (desk.current ?? places[0] ?? null);
  if (to === null) return false;
  desk.moveTo(to);
  void drawn().then(() => {
    if (isInDraft) focusMark(root(), to);
    else focusHead(root(), to);
    if (!isInDraft) showMark(root(), to);
  });
  return true;
}

function act(command: ActCommand, index: number, { desk, root, say }: ReviewKeysOptions): boolean {
  const finding = desk.findingAt(index);
  if (finding === undefined) return false;
  const decision = desk.decisions.get(index);
  if (command === 'article') {
    const head = headOf(root(), index);
    if (head !== null && finding.claim.evidence.length > 0) desk.openSource(finding, 0, head);
  } else if (command === 'undo') {
    if (decision !== undefined) desk.undo(index);
  } else if (decision !== undefined) say(words.finding[decision.kind]);
  else if (command === 'accept') desk.accept(index);
  else if (command === 'dismiss') desk.askWhy(index);
  else desk.takeOver(index);
  return true;
}

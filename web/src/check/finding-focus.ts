// Draft and findings scroll by themselves from this width on (styles/check.css); below it the page does.
const SIDE_BY_SIDE = '(min-width: 60rem)';

type Root = Pick<ParentNode, 'querySelector'>;

const find = (root: Root, selector: string) => root.querySelector<HTMLElement>(selector);

/** The line that opens a finding; null where there is none. */
export function headOf(root: Root, index: number): HTMLElement | null {
  return find(root, `.finding[data-index="${index}"] .finding-head`);
}

/** Gives the focus to a finding, all of which comes into sight as far as there is room. */
export function focusHead(root: Root, index: number): void {
  const head = headOf(root, index);
  head?.focus({ preventScroll: true });
  head?.closest('.finding')?.scrollIntoView({ block: 'nearest' });
}

/** Gives the focus to a claim in the draft. */
export function focusMark(root: Root, index: number): void {
  const mark = find(root, `.draft-mark[data-index="${index}"]`);
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: 'center' });
}

/** Brings a claim of the draft into sight beside its finding; below one another it would take the finding away. */
export function showMark(root: Root, index: number): void {
  if (!matchMedia(SIDE_BY_SIDE).matches) return;
  find(root, `.draft-mark[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' });
}
